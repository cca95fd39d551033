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
  /** The enrolled telephone that asks; absent for a browser at a desk and for machines. */
  readonly device?: string
  /** Of a stranger who was somebody: why no longer (`device-removed`). Said instead of `not-signed-in`, so that a telephone can tell its holder. */
  readonly shut?: string
}
