/* What the list of lots can be narrowed to: every kind and every state that a lot can have. */
export const filteredKinds = ['bag', 'trader-lot', 'export-lot', 'processed-lot', 'part', 'gold-sachet', 'gold-bar'] as const
export const filteredStates = ['held', 'in-transit', 'consumed', 'quarantined', 'seized', 'rejected', 'voided', 'exported'] as const
