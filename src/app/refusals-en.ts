/* What refusals say in English, from each module's own words; fetched after the first drawing. One line per module. */
import { en as epcisEn } from '../exchange/epcis/words/en.ts'
import { en as untpEn } from '../exchange/untp/words/en.ts'
import { en as ipisEn } from '../exchange/ipis/words/en.ts'
import { en as actorListsEn } from '../exchange/actor-lists/words/en.ts'
import { en as ucdpEn } from '../exchange/ucdp/words/en.ts'
import { importEn } from '../exchange/odk/words/import-en.ts'
import { en as odkEn } from '../exchange/odk/words/en.ts'
import { en as chainListsEn } from '../exchange/chain-lists/words/en.ts'
import { en as htcdsEn } from '../exchange/htcds/words/en.ts'
import { en as rmiEn } from '../exchange/rmi/words/en.ts'
import { en as siteListsEn } from '../exchange/site-lists/words/en.ts'
import { en as kernelEn } from '../kernel/words/en.ts'
import { en as casesEn } from '../modules/cases/words/en.ts'
import { en as certificatesEn } from '../modules/certificates/words/en.ts'
import { en as custodyEn } from '../modules/custody/words/en.ts'
import { en as documentsEn } from '../modules/documents/words/en.ts'
import { en as fieldEn } from '../modules/field/words/en.ts'
import { en as ledgerEn } from '../modules/ledger/words/en.ts'
import { en as formsEn } from '../modules/forms/words/en.ts'
import { en as incidentsEn } from '../modules/incidents/words/en.ts'
import { en as mobilityEn } from '../modules/mobility/words/en.ts'
import { en as operatorsEn } from '../modules/operators/words/en.ts'
import { en as peopleEn } from '../modules/people/words/en.ts'
import { en as placesEn } from '../modules/places/words/en.ts'
import { en as webhooksEn } from '../exchange/webhooks/words/en.ts'
import { en as voicesEn } from '../modules/voices/words/en.ts'
import { en as releasesEn } from '../modules/releases/words/en.ts'
import { en as projectsEn } from '../modules/projects/words/en.ts'
import { en as reportsEn } from '../modules/reports/words/en.ts'
import { trainingListEn } from '../exchange/training-lists/words/en.ts'
import { en as outreachEn } from '../modules/outreach/words/en.ts'
import { en as coordinationEn } from '../modules/coordination/words/en.ts'
import { en as conflictEn } from '../modules/conflict/words/en.ts'
import { en as risksEn } from '../modules/risks/words/en.ts'
import { en as sitesEn } from '../modules/sites/words/en.ts'

export const refusals: { readonly [key: string]: string } = {
  ...kernelEn,
  ...casesEn,
  ...certificatesEn,
  ...custodyEn,
  ...documentsEn,
  ...fieldEn,
  ...formsEn,
  ...ledgerEn,
  ...incidentsEn,
  ...mobilityEn,
  ...operatorsEn,
  ...peopleEn,
  ...placesEn,
  ...releasesEn,
  ...projectsEn,
  ...reportsEn,
  ...conflictEn,
  ...outreachEn,
  ...trainingListEn,
  ...coordinationEn,
  ...risksEn,
  ...sitesEn,
  ...voicesEn,
  ...webhooksEn,
  ...epcisEn,
  ...ipisEn,
  ...ucdpEn,
  ...actorListsEn,
  ...untpEn,
  ...importEn,
  ...odkEn,
  ...htcdsEn,
  ...rmiEn,
  ...siteListsEn,
  ...chainListsEn,
}
