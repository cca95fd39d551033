/*
What an exchange (EPCIS) may ask of custody: the plain facts of lots that a document names, which lot a number or a tag is, and the
condition under which somebody sees what is said of a lot. It hands out no event and no position.
*/
/** Who asks; the platform's `Who` fits. */
export interface WhoSees {
  readonly tenant: string
  readonly organisation: string | null
  readonly capabilities: ReadonlySet<string>
  readonly territory: 'everywhere' | readonly string[]
}

export interface LotBrief {
  readonly lot: string
  readonly number: string
  readonly kind: string
  readonly mineral: string
  readonly tag: string | null
  readonly tagIssuer: string | null
  readonly holder: string
  readonly site: string | null
  readonly formedOn: string
}
export interface ExchangeDoor<Tx, Condition> {
  readonly briefs: (tx: Tx, tenant: string, lots: readonly string[]) => Promise<readonly LotBrief[]>
  /** By number of a lot, or by tag. Several where two issuers gave one number, or where a tag was used twice. */
  readonly named: (tx: Tx, tenant: string, name: string) => Promise<readonly LotBrief[]>
  /** A condition over a column with the id of a lot: whether this person sees it. Everything, where null. */
  readonly sight: (tx: Tx, who: WhoSees) => Promise<((lot: Condition) => Condition) | null>
}
