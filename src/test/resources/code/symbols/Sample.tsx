import React, { useState } from 'react';
import { Feed, type FeedProps } from '@acme/ui';

interface Props extends FeedProps {
  title: string;
}

/** Shows the feed of a user. */
export function FeedPage({ title, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const toggle = () => setOpen(!open);
  return (
    <section>
      <h1 onClick={toggle}>{title}</h1>
      {open && <Feed {...rest} />}
    </section>
  );
}

export const Empty: React.FC = () => <p>Nothing</p>;

export default class Page extends React.Component<Props> {
  render() {
    return <FeedPage title={this.props.title} />;
  }
}
