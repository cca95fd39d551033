/*
Several commands of one device under one signature: a signature costs a server more than all the rest of keeping a command. What is signed names the device
and the SHA-256 of each text in its order, so that each command can be proved alone later, by whoever holds its text and that list.
*/

/** Commands that one bundle may hold. */
export const MOST_BUNDLED = 50

/** `digests`: SHA-256 of the UTF-8 of each text, lower-case hex. */
export const bundleMessage = (device: string, digests: readonly string[]): string => ['chanzo-bundle-v1', device, ...digests].join('\n')
