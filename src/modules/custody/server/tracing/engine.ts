/* What asks the engine and what it answers: the words between the server and its worker, and the one place where an answer chooses who gives it. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { CompositionFound, ImpactFound, ScanAsked, ScanFound, askBelow } from '../../domain/tracing/questions.ts'
import { type Asked, LAST_DAY, referenceBelow, referenceComposition, referenceImpact } from './reference.ts'
import { readPlace } from './store-graph.ts'

/** The rules that need no text, over the whole record; of lots and sites the identifiers are told. */
export interface ScanQuestion {
  readonly kind: 'scan'
  readonly day: number
  readonly thresholds: ScanAsked
}
export type Question =
  | { readonly kind: 'composition'; readonly lot: string; readonly day: number }
  | { readonly kind: 'impact'; readonly site: string; readonly since: number; readonly day: number }
  | { readonly kind: 'below'; readonly lots: readonly string[]; readonly day: number }
  | ScanQuestion
export type Found =
  | { readonly kind: 'composition'; readonly found: CompositionFound | null }
  | { readonly kind: 'impact'; readonly found: readonly ImpactFound[] }
  | { readonly kind: 'below'; readonly found: ReturnType<typeof askBelow> }
  | { readonly kind: 'scan'; readonly found: ScanFound }

export interface EngineState {
  readonly engine: 'ready' | 'starting' | 'behind' | 'down' | 'off'
  readonly position: number
  readonly lots: number
  readonly draws: number
  readonly bytes: number
  readonly from: 'snapshot' | 'record' | null
  readonly readyInMilliseconds: number | null
  readonly readyAt: string | null
}
export const engineOff: EngineState = {
  ...{ engine: 'off', position: 0, lots: 0, draws: 0, bytes: 0, from: null, readyInMilliseconds: null, readyAt: null },
}
export interface TraceEngine {
  /** `null` when it cannot answer by what the log holds up to `atLeast`: not ready, behind for too long, or down. */
  readonly ask: (
    tenant: string,
    question: Question,
    atLeast: number,
  ) => Promise<{ readonly found: Found; readonly position: number } | null>
  readonly state: (tenant: string) => EngineState
  readonly stop: () => Promise<void>
}

/** Where the engine of a running server stands; commands and tests have none, and the record answers. */
export interface EngineRoom {
  current: TraceEngine | null
}
export interface Source {
  readonly answeredBy: 'engine' | 'reference'
  readonly position: number
}

export interface Inquiry extends Asked {
  readonly room: EngineRoom
}
/**
 * As answers tell it: in whole thousands. The exact head moves with every act on a file, and whoever watches it would see one that is kept
 * from its body being worked on.
 */
export const toldPosition = (position: number): number => position - (position % 1_000)
const positionOf = async (tx: Tx, tenant: string): Promise<number> => (await readPlace(tx, tenant))?.position ?? 0

export async function findComposition(inquiry: Inquiry, lot: string): Promise<Source & { readonly found: CompositionFound | null }> {
  const { tx, tenant, day, room } = inquiry
  const position = await positionOf(tx, tenant)
  const quick = await room.current?.ask(tenant, { kind: 'composition', lot, day }, position)
  if (quick?.found.kind === 'composition') return { answeredBy: 'engine', position: quick.position, found: quick.found.found }
  return { answeredBy: 'reference', position, found: await referenceComposition(inquiry, lot) }
}

/** `only` narrows the answer to lots that may be spoken of; then the record answers, because the engine knows nobody's sight. */
export async function findImpact(
  inquiry: Inquiry,
  asked: { readonly site: string; readonly since: string; readonly sinceDay: number; readonly only?: ReadonlySet<string> },
): Promise<Source & { readonly found: readonly ImpactFound[] }> {
  const { tx, tenant, day, room } = inquiry
  const position = await positionOf(tx, tenant)
  const quick = asked.only
    ? null
    : await room.current?.ask(tenant, { kind: 'impact', site: asked.site, since: asked.sinceDay, day }, position)
  if (quick?.found.kind === 'impact') return { answeredBy: 'engine', position: quick.position, found: quick.found.found }
  return { answeredBy: 'reference', position, found: await referenceImpact(inquiry, asked) }
}

export async function findBelow(
  inquiry: Inquiry,
  lots: readonly string[],
): Promise<Source & { readonly found: ReturnType<typeof askBelow> }> {
  const { tx, tenant, day, room } = inquiry
  const position = await positionOf(tx, tenant)
  const quick = await room.current?.ask(tenant, { kind: 'below', lots, day }, position)
  if (quick?.found.kind === 'below') return { answeredBy: 'engine', position: quick.position, found: quick.found.found }
  return { answeredBy: 'reference', position, found: await referenceBelow(inquiry, lots) }
}

/** `null` where the engine cannot say: then the record must be asked in another way, since it is never read whole for this. */
export async function findScan(
  { tx, tenant, room }: Pick<Inquiry, 'tx' | 'tenant' | 'room'>,
  thresholds: ScanAsked,
): Promise<{ readonly found: ScanFound; readonly position: number } | null> {
  const position = await positionOf(tx, tenant)
  const quick = await room.current?.ask(tenant, { kind: 'scan', day: LAST_DAY, thresholds }, position)
  return quick?.found.kind === 'scan' ? { found: quick.found.found, position: quick.position } : null
}
