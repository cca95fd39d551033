/* The same in English; the type makes a missing key an error. */
import { donorReportEn } from '../../modules/projects/words/donor-report-en.ts'
import { screenProjectsEn } from '../../modules/projects/words/screen-projects-en.ts'
import { screenEpcisEn } from '../../exchange/epcis/words/screen-epcis-en.ts'
import { screenReceivedEn } from '../../exchange/icglr/words/screen-received-en.ts'
import { screenEn as ipisScreenEn } from '../../exchange/ipis/words/screen-en.ts'
import { screenOdkEn } from '../../exchange/odk/words/screen-en.ts'
import { screenChainEn } from '../../exchange/chain-lists/words/screen-en.ts'
import { screenEn as siteListsScreenEn } from '../../exchange/site-lists/words/screen-en.ts'
import { screenSheltersEn } from '../../modules/cases/words/screen-shelters-en.ts'
import { screenStaysEn } from '../../modules/cases/words/screen-stays-en.ts'
import { screenRulesEn } from '../../modules/cases/words/screen-rules-en.ts'
import { screenSupervisionEn } from '../../modules/cases/words/screen-supervision-en.ts'
import { screenEmergencyEn } from '../../modules/cases/words/screen-emergency-en.ts'
import { en as certificatesEn } from '../../modules/certificates/words/en.ts'
import { screenEn as certificatesScreenEn } from '../../modules/certificates/words/screen-en.ts'
import { screenIssuingEn } from '../../modules/certificates/words/screen-issuing-en.ts'
import { screenDossierEn } from '../../modules/certificates/words/screen-dossier-en.ts'
import { en as custodyEn } from '../../modules/custody/words/en.ts'
import { screenTracingEn } from '../../modules/custody/words/screen-tracing-en.ts'
import { screenGoldEn } from '../../modules/custody/words/screen-gold-en.ts'
import { screenLotsEn } from '../../modules/custody/words/screen-lots-en.ts'
import { explanationsEn } from '../../modules/custody/words/explanations-en.ts'
import { rulesEn } from '../../modules/custody/words/rules-en.ts'
import { screenPlausibilityEn } from '../../modules/custody/words/screen-plausibility-en.ts'
import { screenEn as custodyScreenEn } from '../../modules/custody/words/screen-en.ts'
import { screenTagsEn } from '../../modules/custody/words/screen-tags-en.ts'
import { screenSheetsEn } from '../../modules/custody/words/screen-sheets-en.ts'
import { codesEn as conflictCodesEn } from '../../modules/conflict/words/codes-en.ts'
import { screenTreesEn } from '../../modules/conflict/words/screen-trees-en.ts'
import { screenSheetsEn as conflictSheetsEn } from '../../modules/conflict/words/screen-sheets-en.ts'
import { screenConflictMapEn } from '../../modules/conflict/words/screen-conflict-map-en.ts'
import { screenRoadsEn } from '../../modules/conflict/words/screen-roads-en.ts'
import { screenRoadblocksEn } from '../../modules/conflict/words/screen-roadblocks-en.ts'
import { screenEventsEn } from '../../modules/conflict/words/screen-events-en.ts'
import { codesEn as coordinationCodesEn } from '../../modules/coordination/words/codes-en.ts'
import { screenCoordinationEn } from '../../modules/coordination/words/screen-coordination-en.ts'
import { trainingCodesEn } from '../../modules/outreach/words/codes-training-en.ts'
import { screenTrainingEn } from '../../modules/outreach/words/screen-training-en.ts'
import { screenCampaignsEn } from '../../modules/outreach/words/screen-campaigns-en.ts'
import { screenPeaceEn } from '../../modules/conflict/words/screen-peace-en.ts'
import { screenWarningsEn } from '../../modules/conflict/words/screen-warnings-en.ts'
import { screenWorkshopsEn } from '../../modules/conflict/words/screen-workshops-en.ts'
import { screenActorsEn } from '../../modules/conflict/words/screen-actors-en.ts'
import { screenNamesEn } from '../../modules/conflict/words/screen-names-en.ts'
import { screenMobilityEn } from '../../modules/mobility/words/screen-mobility-en.ts'
import { screenWorkersEn } from '../../modules/mobility/words/screen-workers-en.ts'
import { countEn } from './count-en.ts'
import { screenDeskEn } from '../../modules/outreach/words/screen-desk-en.ts'
import { screenIncidentsEn } from '../../modules/incidents/words/screen-incidents-en.ts'
import { screenPapersEn } from '../../modules/documents/words/screen-papers-en.ts'
import { screenRisksEn } from '../../modules/risks/words/screen-risks-en.ts'
import { screenExportersEn } from '../../modules/operators/words/screen-exporters-en.ts'
import { screenOperatorsEn } from '../../modules/operators/words/screen-operators-en.ts'
import { screenRmiEn } from '../../exchange/rmi/words/screen-rmi-en.ts'
import { reportEn } from '../../modules/reports/words/report-en.ts'
import { screenReportsEn } from '../../modules/reports/words/screen-reports-en.ts'
import { screenCtdcEn } from '../../exchange/ctdc/words/screen-ctdc-en.ts'
import { screenHtcdsEn } from '../../exchange/htcds/words/screen-htcds-en.ts'
import { screenReleasesEn } from '../../modules/releases/words/screen-releases-en.ts'
import { screenEn as formsScreenEn } from '../../modules/forms/words/screen-en.ts'
import { pageEn as ledgerPageEn } from '../../modules/ledger/words/page-en.ts'
import { screenLedgerEn } from '../../modules/ledger/words/screen-ledger-en.ts'
import { screenVoicesEn } from '../../modules/voices/words/screen-voices-en.ts'
import { screenWebhooksEn } from '../../exchange/webhooks/words/screen-webhooks-en.ts'
import { screenMapEn } from '../../modules/sites/words/screen-map-en.ts'
import { screenOrdersEn } from '../../modules/sites/words/screen-orders-en.ts'
import { screenRegisterEn } from '../../modules/sites/words/screen-register-en.ts'
import { screenSiteEn } from '../../modules/sites/words/screen-site-en.ts'
import { screenStatusEn } from '../../modules/sites/words/screen-status-en.ts'
import type { officeFr } from './office-fr.ts'

export const officeEn: { readonly [Key in keyof typeof officeFr]: string } = {
  ...donorReportEn,
  ...screenProjectsEn,
  ...ipisScreenEn,
  ...screenEpcisEn,
  ...screenCtdcEn,
  ...screenHtcdsEn,
  ...screenReleasesEn,
  ...screenReceivedEn,
  ...screenOdkEn,
  ...siteListsScreenEn,
  ...screenChainEn,
  ...screenEmergencyEn,
  ...screenSupervisionEn,
  ...screenRulesEn,
  ...certificatesEn,
  ...screenSheltersEn,
  ...screenStaysEn,
  ...certificatesScreenEn,
  ...screenIssuingEn,
  ...screenDossierEn,
  ...custodyEn,
  ...custodyScreenEn,
  ...screenLotsEn,
  ...screenGoldEn,
  ...explanationsEn,
  ...rulesEn,
  ...screenPlausibilityEn,
  ...screenTagsEn,
  ...screenTracingEn,
  ...screenSheetsEn,
  ...screenRmiEn,
  ...reportEn,
  ...screenReportsEn,
  ...formsScreenEn,
  ...conflictCodesEn,
  ...screenEventsEn,
  ...screenTreesEn,
  ...conflictSheetsEn,
  ...screenRoadsEn,
  ...screenConflictMapEn,
  ...screenRoadblocksEn,
  ...screenWarningsEn,
  ...screenWorkshopsEn,
  ...screenNamesEn,
  ...screenActorsEn,
  ...screenPeaceEn,
  ...screenMobilityEn,
  ...screenWorkersEn,
  ...countEn,
  ...screenDeskEn,
  ...coordinationCodesEn,
  ...screenCoordinationEn,
  ...trainingCodesEn,
  ...screenTrainingEn,
  ...screenCampaignsEn,
  ...screenIncidentsEn,
  ...screenPapersEn,
  ...screenOperatorsEn,
  ...screenExportersEn,
  ...screenRisksEn,
  ...ledgerPageEn,
  ...screenLedgerEn,
  ...screenMapEn,
  ...screenVoicesEn,
  ...screenWebhooksEn,
  ...screenOrdersEn,
  ...screenRegisterEn,
  ...screenSiteEn,
  ...screenStatusEn,
}
