/* The event hash with this program's SHA-256. */
import { createHash } from 'node:crypto'
import { eventHashWith } from './domain/event-hash.ts'

export const eventHash = eventHashWith((text) => createHash('sha256').update(text, 'utf8').digest('hex'))
