import { createHash } from 'node:crypto'

/** What is kept of a token or a one-time secret. */
export const tokenHash = (token: string): Uint8Array => createHash('sha256').update(token).digest()
