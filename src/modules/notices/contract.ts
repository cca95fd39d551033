/*
Notices: what waits for somebody, told in the app and once a day by mail. A module says what waits through a source; this module counts,
remembers what was seen, and writes letters. A notice is a kind and a number with a path: never the name of a site or a person, a
position or a story, because letters are read on the way.
*/
export interface Waiting {
  /** Has a sentence `notice.kind.<kind>` in every language. */
  readonly kind: string
  readonly count: number
  /** Inside the app. */
  readonly path: string
  /** What waits, by identifiers that mean nothing outside; tells new from seen. May be cut when there are many. */
  readonly keys: readonly string[]
}

/** For whom it is asked: what they may do and where. */
export interface Reader {
  readonly tenant: string
  readonly capabilities: ReadonlySet<string>
  readonly territory: 'everywhere' | readonly string[]
  /** For whom one acts; absent or `null`: for nobody. */
  readonly organisation?: string | null
  /** For what waits for one person alone. */
  readonly account?: string
}

/** What a module tells of what waits; registered where the program is put together. */
export interface NoticeSource<Tx> {
  readonly name: string
  /** Whether it tells this reader what it tells nobody else with the same rights. */
  readonly isPersonal?: (reader: Reader) => boolean
  readonly waiting: (tx: Tx, reader: Reader, now: string) => Promise<readonly Waiting[]>
}

/** Who may be written to. */
export interface Recipient extends Reader {
  readonly account: string
  readonly email: string
  readonly language: 'fr' | 'en'
}
