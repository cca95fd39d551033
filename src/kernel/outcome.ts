/*
What a decision answers. A refusal is plain data that is the same on a phone and on the server: a code (a fragment in
kebab-case, e.g. `not-the-holder`) and the facts that explain it. Facts never hold the name of a person.
*/
export interface Refusal {
  readonly code: string
  readonly facts: Facts
}
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact }
export type Facts = { readonly [name: string]: Fact }
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal }

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })
export const refused = (code: string, facts: Facts = {}): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, facts },
})
