package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;

/** Where keys are held. */
interface KeySource {

    /** The keys as they are now. */
    KeyRing get();

    /** Puts a new key before the others, or says what a person has to put there. */
    KeyProtection.NewKey add();

    /** Takes a key out; false where a person has to. */
    boolean remove(String id);
}
