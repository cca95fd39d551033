/* The words of all modules that the server itself says: refusals and verdicts on the terminal. A module joins with one line for each language. */
import { en as epcisEn } from '../exchange/epcis/words/en.ts'
import { fr as epcisFr } from '../exchange/epcis/words/fr.ts'
import { en as untpEn } from '../exchange/untp/words/en.ts'
import { fr as untpFr } from '../exchange/untp/words/fr.ts'
import { en as ipisEn } from '../exchange/ipis/words/en.ts'
import { en as actorListsEn } from '../exchange/actor-lists/words/en.ts'
import { en as ucdpEn } from '../exchange/ucdp/words/en.ts'
import { en as coordinationEn } from '../modules/coordination/words/en.ts'
import { en as conflictEn } from '../modules/conflict/words/en.ts'
import { fr as ipisFr } from '../exchange/ipis/words/fr.ts'
import { fr as actorListsFr } from '../exchange/actor-lists/words/fr.ts'
import { fr as ucdpFr } from '../exchange/ucdp/words/fr.ts'
import { fr as coordinationFr } from '../modules/coordination/words/fr.ts'
import { fr as conflictFr } from '../modules/conflict/words/fr.ts'
import { importEn } from '../exchange/odk/words/import-en.ts'
import { en as odkEn } from '../exchange/odk/words/en.ts'
import { fr as odkFr } from '../exchange/odk/words/fr.ts'
import { en as chainListsEn } from '../exchange/chain-lists/words/en.ts'
import { en as siteListsEn } from '../exchange/site-lists/words/en.ts'
import { importFr } from '../exchange/odk/words/import-fr.ts'
import { fr as chainListsFr } from '../exchange/chain-lists/words/fr.ts'
import { en as htcdsEn } from '../exchange/htcds/words/en.ts'
import { en as rmiEn } from '../exchange/rmi/words/en.ts'
import { fr as htcdsFr } from '../exchange/htcds/words/fr.ts'
import { fr as rmiFr } from '../exchange/rmi/words/fr.ts'
import { fr as siteListsFr } from '../exchange/site-lists/words/fr.ts'
import { en as kernelEn } from '../kernel/words/en.ts'
import { fr as kernelFr } from '../kernel/words/fr.ts'
import { en as casesEn } from '../modules/cases/words/en.ts'
import { fr as casesFr } from '../modules/cases/words/fr.ts'
import { en as certificatesEn } from '../modules/certificates/words/en.ts'
import { fr as certificatesFr } from '../modules/certificates/words/fr.ts'
import { en as custodyEn } from '../modules/custody/words/en.ts'
import { fr as custodyFr } from '../modules/custody/words/fr.ts'
import { en as documentsEn } from '../modules/documents/words/en.ts'
import { fr as documentsFr } from '../modules/documents/words/fr.ts'
import { en as fieldEn } from '../modules/field/words/en.ts'
import { fr as fieldFr } from '../modules/field/words/fr.ts'
import { en as formsEn } from '../modules/forms/words/en.ts'
import { fr as formsFr } from '../modules/forms/words/fr.ts'
import { en as incidentsEn } from '../modules/incidents/words/en.ts'
import { fr as incidentsFr } from '../modules/incidents/words/fr.ts'
import { en as ledgerEn } from '../modules/ledger/words/en.ts'
import { fr as ledgerFr } from '../modules/ledger/words/fr.ts'
import { en as mobilityEn } from '../modules/mobility/words/en.ts'
import { en as noticesEn } from '../modules/notices/words/en.ts'
import { fr as mobilityFr } from '../modules/mobility/words/fr.ts'
import { fr as noticesFr } from '../modules/notices/words/fr.ts'
import { en as operatorsEn } from '../modules/operators/words/en.ts'
import { fr as operatorsFr } from '../modules/operators/words/fr.ts'
import { en as peopleEn } from '../modules/people/words/en.ts'
import { fr as peopleFr } from '../modules/people/words/fr.ts'
import { en as placesEn } from '../modules/places/words/en.ts'
import { fr as placesFr } from '../modules/places/words/fr.ts'
import { en as releasesEn } from '../modules/releases/words/en.ts'
import { en as projectsEn } from '../modules/projects/words/en.ts'
import { en as reportsEn } from '../modules/reports/words/en.ts'
import { fr as releasesFr } from '../modules/releases/words/fr.ts'
import { fr as projectsFr } from '../modules/projects/words/fr.ts'
import { fr as reportsFr } from '../modules/reports/words/fr.ts'
import { en as risksEn } from '../modules/risks/words/en.ts'
import { fr as risksFr } from '../modules/risks/words/fr.ts'
import { en as webhooksEn } from '../exchange/webhooks/words/en.ts'
import { fr as webhooksFr } from '../exchange/webhooks/words/fr.ts'
import { en as voicesEn } from '../modules/voices/words/en.ts'
import { fr as voicesFr } from '../modules/voices/words/fr.ts'
import { en as outreachEn } from '../modules/outreach/words/en.ts'
import { trainingListEn } from '../exchange/training-lists/words/en.ts'
import { en as sitesEn } from '../modules/sites/words/en.ts'
import { fr as outreachFr } from '../modules/outreach/words/fr.ts'
import { trainingListFr } from '../exchange/training-lists/words/fr.ts'
import { fr as sitesFr } from '../modules/sites/words/fr.ts'

export const serverWords: { readonly [language in 'fr' | 'en']: { readonly [key: string]: string } } = {
  fr: {
    ...kernelFr,
    ...placesFr,
    ...peopleFr,
    ...operatorsFr,
    ...documentsFr,
    ...fieldFr,
    ...formsFr,
    ...ledgerFr,
    ...incidentsFr,
    ...releasesFr,
    ...projectsFr,
    ...reportsFr,
    ...risksFr,
    ...outreachFr,
    ...trainingListFr,
    ...sitesFr,
    ...voicesFr,
    ...webhooksFr,
    ...custodyFr,
    ...casesFr,
    ...certificatesFr,
    ...ipisFr,
    ...ucdpFr,
    ...actorListsFr,
    ...conflictFr,
    ...coordinationFr,
    ...untpFr,
    ...importFr,
    ...odkFr,
    ...epcisFr,
    ...htcdsFr,
    ...rmiFr,
    ...siteListsFr,
    ...chainListsFr,
    ...mobilityFr,
    ...noticesFr,
  },
  en: {
    ...kernelEn,
    ...placesEn,
    ...peopleEn,
    ...operatorsEn,
    ...documentsEn,
    ...fieldEn,
    ...formsEn,
    ...ledgerEn,
    ...incidentsEn,
    ...releasesEn,
    ...projectsEn,
    ...reportsEn,
    ...risksEn,
    ...outreachEn,
    ...trainingListEn,
    ...sitesEn,
    ...voicesEn,
    ...webhooksEn,
    ...custodyEn,
    ...casesEn,
    ...certificatesEn,
    ...ipisEn,
    ...ucdpEn,
    ...actorListsEn,
    ...conflictEn,
    ...coordinationEn,
    ...untpEn,
    ...importEn,
    ...odkEn,
    ...epcisEn,
    ...htcdsEn,
    ...rmiEn,
    ...siteListsEn,
    ...chainListsEn,
    ...mobilityEn,
    ...noticesEn,
  },
}
