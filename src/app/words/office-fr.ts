/* The words of the office's screens, in French. A telephone carries them only when it opens one. */
import { donorReportFr } from '../../modules/projects/words/donor-report-fr.ts'
import { screenProjectsFr } from '../../modules/projects/words/screen-projects-fr.ts'
import { screenEpcisFr } from '../../exchange/epcis/words/screen-epcis-fr.ts'
import { screenReceivedFr } from '../../exchange/icglr/words/screen-received-fr.ts'
import { screenFr as ipisScreenFr } from '../../exchange/ipis/words/screen-fr.ts'
import { screenOdkFr } from '../../exchange/odk/words/screen-fr.ts'
import { screenChainFr } from '../../exchange/chain-lists/words/screen-fr.ts'
import { screenFr as siteListsScreenFr } from '../../exchange/site-lists/words/screen-fr.ts'
import { screenSheltersFr } from '../../modules/cases/words/screen-shelters-fr.ts'
import { screenStaysFr } from '../../modules/cases/words/screen-stays-fr.ts'
import { screenRulesFr } from '../../modules/cases/words/screen-rules-fr.ts'
import { screenSupervisionFr } from '../../modules/cases/words/screen-supervision-fr.ts'
import { screenEmergencyFr } from '../../modules/cases/words/screen-emergency-fr.ts'
import { fr as certificatesFr } from '../../modules/certificates/words/fr.ts'
import { screenFr as certificatesScreenFr } from '../../modules/certificates/words/screen-fr.ts'
import { screenIssuingFr } from '../../modules/certificates/words/screen-issuing-fr.ts'
import { screenDossierFr } from '../../modules/certificates/words/screen-dossier-fr.ts'
import { fr as custodyFr } from '../../modules/custody/words/fr.ts'
import { screenTracingFr } from '../../modules/custody/words/screen-tracing-fr.ts'
import { screenGoldFr } from '../../modules/custody/words/screen-gold-fr.ts'
import { screenLotsFr } from '../../modules/custody/words/screen-lots-fr.ts'
import { explanationsFr } from '../../modules/custody/words/explanations-fr.ts'
import { rulesFr } from '../../modules/custody/words/rules-fr.ts'
import { screenPlausibilityFr } from '../../modules/custody/words/screen-plausibility-fr.ts'
import { screenFr as custodyScreenFr } from '../../modules/custody/words/screen-fr.ts'
import { screenTagsFr } from '../../modules/custody/words/screen-tags-fr.ts'
import { screenSheetsFr } from '../../modules/custody/words/screen-sheets-fr.ts'
import { codesFr as conflictCodesFr } from '../../modules/conflict/words/codes-fr.ts'
import { screenTreesFr } from '../../modules/conflict/words/screen-trees-fr.ts'
import { screenSheetsFr as conflictSheetsFr } from '../../modules/conflict/words/screen-sheets-fr.ts'
import { screenConflictMapFr } from '../../modules/conflict/words/screen-conflict-map-fr.ts'
import { screenRoadsFr } from '../../modules/conflict/words/screen-roads-fr.ts'
import { screenRoadblocksFr } from '../../modules/conflict/words/screen-roadblocks-fr.ts'
import { screenEventsFr } from '../../modules/conflict/words/screen-events-fr.ts'
import { codesFr as coordinationCodesFr } from '../../modules/coordination/words/codes-fr.ts'
import { screenCoordinationFr } from '../../modules/coordination/words/screen-coordination-fr.ts'
import { trainingCodesFr } from '../../modules/outreach/words/codes-training-fr.ts'
import { screenTrainingFr } from '../../modules/outreach/words/screen-training-fr.ts'
import { screenCampaignsFr } from '../../modules/outreach/words/screen-campaigns-fr.ts'
import { screenPeaceFr } from '../../modules/conflict/words/screen-peace-fr.ts'
import { screenWarningsFr } from '../../modules/conflict/words/screen-warnings-fr.ts'
import { screenWorkshopsFr } from '../../modules/conflict/words/screen-workshops-fr.ts'
import { screenActorsFr } from '../../modules/conflict/words/screen-actors-fr.ts'
import { screenNamesFr } from '../../modules/conflict/words/screen-names-fr.ts'
import { screenMobilityFr } from '../../modules/mobility/words/screen-mobility-fr.ts'
import { screenWorkersFr } from '../../modules/mobility/words/screen-workers-fr.ts'
import { countFr } from './count-fr.ts'
import { screenDeskFr } from '../../modules/outreach/words/screen-desk-fr.ts'
import { screenIncidentsFr } from '../../modules/incidents/words/screen-incidents-fr.ts'
import { screenPapersFr } from '../../modules/documents/words/screen-papers-fr.ts'
import { screenRisksFr } from '../../modules/risks/words/screen-risks-fr.ts'
import { screenExportersFr } from '../../modules/operators/words/screen-exporters-fr.ts'
import { screenOperatorsFr } from '../../modules/operators/words/screen-operators-fr.ts'
import { screenRmiFr } from '../../exchange/rmi/words/screen-rmi-fr.ts'
import { reportFr } from '../../modules/reports/words/report-fr.ts'
import { screenReportsFr } from '../../modules/reports/words/screen-reports-fr.ts'
import { screenCtdcFr } from '../../exchange/ctdc/words/screen-ctdc-fr.ts'
import { screenHtcdsFr } from '../../exchange/htcds/words/screen-htcds-fr.ts'
import { screenReleasesFr } from '../../modules/releases/words/screen-releases-fr.ts'
import { screenFr as formsScreenFr } from '../../modules/forms/words/screen-fr.ts'
import { pageFr as ledgerPageFr } from '../../modules/ledger/words/page-fr.ts'
import { screenLedgerFr } from '../../modules/ledger/words/screen-ledger-fr.ts'
import { screenVoicesFr } from '../../modules/voices/words/screen-voices-fr.ts'
import { screenWebhooksFr } from '../../exchange/webhooks/words/screen-webhooks-fr.ts'
import { screenMapFr } from '../../modules/sites/words/screen-map-fr.ts'
import { screenOrdersFr } from '../../modules/sites/words/screen-orders-fr.ts'
import { screenRegisterFr } from '../../modules/sites/words/screen-register-fr.ts'
import { screenSiteFr } from '../../modules/sites/words/screen-site-fr.ts'
import { screenStatusFr } from '../../modules/sites/words/screen-status-fr.ts'

export const officeFr = {
  ...donorReportFr,
  ...screenProjectsFr,
  ...ipisScreenFr,
  ...screenEpcisFr,
  ...screenCtdcFr,
  ...screenHtcdsFr,
  ...screenReleasesFr,
  ...screenReceivedFr,
  ...screenOdkFr,
  ...siteListsScreenFr,
  ...screenChainFr,
  ...screenEmergencyFr,
  ...screenSupervisionFr,
  ...screenRulesFr,
  ...certificatesFr,
  ...screenSheltersFr,
  ...screenStaysFr,
  ...certificatesScreenFr,
  ...screenIssuingFr,
  ...screenDossierFr,
  ...custodyFr,
  ...custodyScreenFr,
  ...screenLotsFr,
  ...screenGoldFr,
  ...explanationsFr,
  ...rulesFr,
  ...screenPlausibilityFr,
  ...screenTagsFr,
  ...screenTracingFr,
  ...screenSheetsFr,
  ...screenRmiFr,
  ...reportFr,
  ...screenReportsFr,
  ...formsScreenFr,
  ...conflictCodesFr,
  ...screenEventsFr,
  ...screenTreesFr,
  ...conflictSheetsFr,
  ...screenRoadsFr,
  ...screenConflictMapFr,
  ...screenRoadblocksFr,
  ...screenWarningsFr,
  ...screenWorkshopsFr,
  ...screenNamesFr,
  ...screenActorsFr,
  ...screenPeaceFr,
  ...screenMobilityFr,
  ...screenWorkersFr,
  ...countFr,
  ...screenDeskFr,
  ...coordinationCodesFr,
  ...screenCoordinationFr,
  ...trainingCodesFr,
  ...screenTrainingFr,
  ...screenCampaignsFr,
  ...screenIncidentsFr,
  ...screenPapersFr,
  ...screenOperatorsFr,
  ...screenExportersFr,
  ...screenRisksFr,
  ...ledgerPageFr,
  ...screenLedgerFr,
  ...screenMapFr,
  ...screenVoicesFr,
  ...screenWebhooksFr,
  ...screenOrdersFr,
  ...screenRegisterFr,
  ...screenSiteFr,
  ...screenStatusFr,
} as const
