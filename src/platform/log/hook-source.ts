/*
What a module tells to machines of partners: for each kind of its events, the news that it becomes, or none. Pure, so that the same entry of the
log always is the same news. It says whom the news concerns; who has registered for it is no business of the module.
*/
export type HookKind = 'status' | 'hold' | 'certificate' | 'refusal' | 'revocation'

export interface HookNews {
  readonly kind: HookKind
  /** Numbers, states and days: never free text, a position or anything of a person. */
  readonly data: { readonly [name: string]: unknown }
  /** `everybody`: public, or open to all who read the register. Else whom it concerns: these bodies, and who sees this lot. */
  readonly concerns: 'everybody' | { readonly organisations: readonly string[]; readonly lot: string | null }
}
export interface HookEvent {
  readonly kind: string
  readonly subject: string
  readonly happenedAt: string
  /** Parsed by the module that wrote it. */
  readonly payload: unknown
}
export interface HookSource {
  readonly kinds: readonly string[]
  /** Kinds of which the news needs what was said of the same subject before: `earlier` then holds it, oldest first. */
  readonly needEarlier: readonly string[]
  readonly newsOf: (event: HookEvent, earlier: readonly HookEvent[]) => readonly HookNews[]
}
