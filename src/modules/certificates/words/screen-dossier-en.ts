/* The same in English. */
import type { screenDossierFr } from './screen-dossier-fr.ts'

export const screenDossierEn: { readonly [Key in keyof typeof screenDossierFr]: string } = {
  'dossier.state.revision-requested': 'to be revised by the exporter',
  'dossier.state.cancelled': 'given up',
  'dossier.state.shipped': 'left',
  'dossier.state.closed': 'closed',
}
