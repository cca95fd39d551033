/* What refusals say in French, from each module's own words; fetched after the first drawing. One line per module. */
import { fr as epcisFr } from '../exchange/epcis/words/fr.ts'
import { fr as untpFr } from '../exchange/untp/words/fr.ts'
import { fr as ipisFr } from '../exchange/ipis/words/fr.ts'
import { fr as actorListsFr } from '../exchange/actor-lists/words/fr.ts'
import { fr as ucdpFr } from '../exchange/ucdp/words/fr.ts'
import { importFr } from '../exchange/odk/words/import-fr.ts'
import { fr as odkFr } from '../exchange/odk/words/fr.ts'
import { fr as chainListsFr } from '../exchange/chain-lists/words/fr.ts'
import { fr as htcdsFr } from '../exchange/htcds/words/fr.ts'
import { fr as rmiFr } from '../exchange/rmi/words/fr.ts'
import { fr as siteListsFr } from '../exchange/site-lists/words/fr.ts'
import { fr as kernelFr } from '../kernel/words/fr.ts'
import { fr as casesFr } from '../modules/cases/words/fr.ts'
import { fr as certificatesFr } from '../modules/certificates/words/fr.ts'
import { fr as custodyFr } from '../modules/custody/words/fr.ts'
import { fr as documentsFr } from '../modules/documents/words/fr.ts'
import { fr as fieldFr } from '../modules/field/words/fr.ts'
import { fr as ledgerFr } from '../modules/ledger/words/fr.ts'
import { fr as formsFr } from '../modules/forms/words/fr.ts'
import { fr as incidentsFr } from '../modules/incidents/words/fr.ts'
import { fr as mobilityFr } from '../modules/mobility/words/fr.ts'
import { fr as operatorsFr } from '../modules/operators/words/fr.ts'
import { fr as peopleFr } from '../modules/people/words/fr.ts'
import { fr as placesFr } from '../modules/places/words/fr.ts'
import { fr as webhooksFr } from '../exchange/webhooks/words/fr.ts'
import { fr as voicesFr } from '../modules/voices/words/fr.ts'
import { fr as releasesFr } from '../modules/releases/words/fr.ts'
import { fr as projectsFr } from '../modules/projects/words/fr.ts'
import { fr as reportsFr } from '../modules/reports/words/fr.ts'
import { trainingListFr } from '../exchange/training-lists/words/fr.ts'
import { fr as outreachFr } from '../modules/outreach/words/fr.ts'
import { fr as coordinationFr } from '../modules/coordination/words/fr.ts'
import { fr as conflictFr } from '../modules/conflict/words/fr.ts'
import { fr as risksFr } from '../modules/risks/words/fr.ts'
import { fr as sitesFr } from '../modules/sites/words/fr.ts'

export const refusals: { readonly [key: string]: string } = {
  ...kernelFr,
  ...casesFr,
  ...certificatesFr,
  ...custodyFr,
  ...documentsFr,
  ...fieldFr,
  ...formsFr,
  ...ledgerFr,
  ...incidentsFr,
  ...mobilityFr,
  ...operatorsFr,
  ...peopleFr,
  ...placesFr,
  ...releasesFr,
  ...projectsFr,
  ...reportsFr,
  ...conflictFr,
  ...outreachFr,
  ...trainingListFr,
  ...coordinationFr,
  ...risksFr,
  ...sitesFr,
  ...voicesFr,
  ...webhooksFr,
  ...epcisFr,
  ...ipisFr,
  ...ucdpFr,
  ...actorListsFr,
  ...untpFr,
  ...importFr,
  ...odkFr,
  ...htcdsFr,
  ...rmiFr,
  ...siteListsFr,
  ...chainListsFr,
}
