/* Mots du parcours d'un dossier : états, file nationale, versions, qui a fait quoi. */
export const screenDossierFr = {
  'dossier.state.revision-requested': 'à revoir par l’exportateur',
  'dossier.state.cancelled': 'abandonné',
  'dossier.state.shipped': 'parti',
  'dossier.state.closed': 'clos',
} as const
