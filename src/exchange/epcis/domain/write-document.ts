import type { PrefixLengths } from './identifiers.ts'
import type { Json, JsonObject } from './json.ts'

export const epcFormats = ['No_Preference', 'Always_GS1_Digital_Link', 'Always_EPC_URN', 'Never_Translates'] as const
export type EpcFormat = (typeof epcFormats)[number]

/** An event as it was sent, with the context that says what its extension names mean. */
export interface WritableEvent {
  readonly raw: JsonObject
  readonly context: Json
}
export interface Writing {
  /** ISO instant; the clock arrives from outside. */
  readonly createdAt: string
  readonly format?: EpcFormat
  readonly prefixLengths?: PrefixLengths
}
export const epcisDocument = (_events: readonly WritableEvent[], _writing: Writing): JsonObject => ({})
export const queryDocument = (
  _events: readonly WritableEvent[],
  _writing: Writing & { readonly queryName: string; readonly subscriptionID?: string },
): JsonObject => ({})
/** The identifiers of an event in the form that the client asked for; everything else as it was sent. */
export const translateEvent = (event: JsonObject, _format: EpcFormat, _lengths?: PrefixLengths): JsonObject => event
