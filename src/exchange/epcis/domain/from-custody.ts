import type { CustodyFact, ExportContext } from './custody-facts.ts'
import type { JsonObject } from './json.ts'

/** EPCIS events (without `eventID`: the caller gives the hash) of one fact of custody; none where EPCIS has no word for it. */
export const eventsFromCustody = (_fact: CustodyFact, _context: ExportContext): readonly JsonObject[] => []
/** Kinds of custody's log that become EPCIS events. */
export const exportedKinds: readonly string[] = []
/** The `@context` of what we export. */
export const exportContext = (_base: string): JsonObject => ({})
