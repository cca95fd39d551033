/* The same in English; the type makes a missing key an error. */
import { screenEn as peopleScreenEn } from '../../modules/people/words/screen-en.ts'
import { chartEn } from './chart-en.ts'
import { menuDeskEn } from './menu-desk-en.ts'
import { odkHomeEn } from '../../exchange/odk/words/screen-home-en.ts'
import { casesHomeEn } from '../../modules/cases/words/screen-home-en.ts'
import { certificatesHomeEn } from '../../modules/certificates/words/screen-home-en.ts'
import { custodyHomeEn } from '../../modules/custody/words/screen-home-en.ts'
import { projectsHomeEn } from '../../modules/projects/words/screen-home-en.ts'
import { conflictHomeEn } from '../../modules/conflict/words/screen-home-en.ts'
import { coordinationHomeEn } from '../../modules/coordination/words/screen-home-en.ts'
import { incidentsHomeEn } from '../../modules/incidents/words/screen-home-en.ts'
import { outreachHomeEn } from '../../modules/outreach/words/screen-home-en.ts'
import { risksHomeEn } from '../../modules/risks/words/screen-home-en.ts'
import { operatorsHomeEn } from '../../modules/operators/words/screen-home-en.ts'
import { voicesHomeEn } from '../../modules/voices/words/screen-home-en.ts'
import { fieldHomeEn } from '../../modules/field/words/screen-home-en.ts'
import { sitesHomeEn } from '../../modules/sites/words/screen-home-en.ts'
import { attentionEn } from '../../modules/sites/words/screen-attention-en.ts'
import type { homeFr } from './home-fr.ts'

export const homeEn: { readonly [Key in keyof typeof homeFr]: string } = {
  ...peopleScreenEn,
  ...menuDeskEn,
  ...chartEn,
  ...casesHomeEn,
  ...certificatesHomeEn,
  ...custodyHomeEn,
  ...conflictHomeEn,
  ...coordinationHomeEn,
  ...projectsHomeEn,
  ...incidentsHomeEn,
  ...operatorsHomeEn,
  ...outreachHomeEn,
  ...risksHomeEn,
  ...attentionEn,
  ...sitesHomeEn,
  ...fieldHomeEn,
  ...voicesHomeEn,
  ...odkHomeEn,
  'home.pictures': 'Over time',
  'home.pictures.show': 'Show the charts',
}
