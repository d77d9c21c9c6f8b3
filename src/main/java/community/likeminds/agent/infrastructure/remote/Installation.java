package community.likeminds.agent.infrastructure.remote;

import community.likeminds.agent.shared.TenantId;

/** The whole of the processes and servers that this one belongs to. */
public interface Installation {

    /** How it is now. What cannot be asked is among what is unwell; nothing is waited for longer than a few seconds. */
    SystemStatus status(TenantId tenant);
}
