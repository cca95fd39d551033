/*
Who is asking: an account with what it may do and where. Never a name. Made by the people module from a session, a machine
token or a device; the platform only carries it.
*/
export interface Who {
  readonly tenant: string
  readonly account: string
  readonly organisation: string | null
  readonly roles: readonly string[]
  readonly capabilities: ReadonlySet<string>
  /** Everywhere, or p-codes of provinces and territoires. */
  readonly territory: 'everywhere' | readonly string[]
  readonly language: 'fr' | 'en'
}
