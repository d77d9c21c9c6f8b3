-- A queue in the order in which its messages are taken: taking some reads what is being handled and what waits for its time, but sorts nothing.
create index messages_in_order on messages (queue, priority desc, sequence);
drop index messages_by_queue;
