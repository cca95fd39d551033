/* The lists of a signal, apart from its schemas so that a telephone does not fetch those with the screen. */
/** Where it was heard. */
export const signalChannels = ['site-visit', 'hotline', 'border-desk', 'resource-centre'] as const
export type SignalChannel = (typeof signalChannels)[number]
/** Who told it is never said, only how near they were to it. */
export const signalSources = ['seen', 'told-by-somebody-concerned', 'told-by-others', 'written'] as const
export type SignalSource = (typeof signalSources)[number]
export const signalWithdrawals = ['mistake', 'double', 'not-confirmed', 'endangers-somebody'] as const
export type SignalWithdrawal = (typeof signalWithdrawals)[number]
