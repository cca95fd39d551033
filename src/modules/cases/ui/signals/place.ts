/* Where a signal was: a site that is known, or a territoire. */
export interface Place {
  readonly site: string
  readonly siteName: string
  readonly area: string
}
/** Asked with its level: without one the server tells provinces. A telephone carries the same answer. */
export const TERRITOIRES = '/api/places/areas?level=territoire'
