/* Answers, what was recorded, and what an explanation says beside its finding, in French and English. */
import type { AgeBasis } from './age.ts'
import type { Answer, EvidenceOfAnswer, Phase } from './answers.ts'
import type { PromptCode } from './assess.ts'
import type { OpenQuestion } from './counterfactual.ts'
import type { DeterminationStep } from './determination.ts'
import type { DecidingBody } from './determination-words.ts'
import type { Sign, ThreeValued } from './dimension.ts'
import type { Act, ArmedRole, C182Situation, Means, MiningWork, Purpose } from './facts.ts'
import type { ActionCode } from './findings.ts'
import type { IdentificationRuleName, ReadingCode } from './identification-rules.ts'
import type { BannerCode, Profile, Weight } from './instrument-ilo-ec-2009-v1.ts'
import { type Labels, label } from '../label.ts'

export const answerLabels: Labels<Answer> = {
  YES: label('Oui', 'Yes'),
  NO: label('Non', 'No'),
  UNKNOWN: label('Ne sait pas', 'Does not know'),
  NOT_ASKED: label('Pas demandé', 'Not asked'),
  DECLINED: label('Ne souhaite pas répondre', 'Does not wish to answer'),
}
export const phaseLabels: Labels<Phase> = {
  Recruitment: label('Recrutement', 'Recruitment'),
  Transit: label('Trajet', 'Transit'),
  Exploitation: label('Exploitation', 'Exploitation'),
}
export const evidenceLabels: Labels<EvidenceOfAnswer> = {
  SELF: label('Dit par la personne', 'Said by the person'),
  OBSERVED: label('Constaté', 'Observed'),
  THIRD_PARTY: label('Dit par un tiers', 'Said by somebody else'),
  DOCUMENT: label('Document', 'Document'),
}
export const actLabels: Labels<Act> = {
  RECRUITMENT: label('Recrutement', 'Recruitment'),
  TRANSPORTATION: label('Transport', 'Transportation'),
  TRANSFER: label('Transfert', 'Transfer'),
  HARBOURING: label('Hébergement', 'Harbouring'),
  RECEIPT: label('Accueil', 'Receipt'),
}
export const meansLabels: Labels<Means> = {
  THREAT_OR_FORCE: label('Menace ou recours à la force', 'Threat or use of force'),
  COERCION_OTHER: label('Autre contrainte', 'Other coercion'),
  ABDUCTION: label('Enlèvement', 'Abduction'),
  FRAUD: label('Fraude', 'Fraud'),
  DECEPTION: label('Tromperie', 'Deception'),
  ABUSE_OF_POWER: label('Abus d’autorité', 'Abuse of power'),
  ABUSE_OF_VULNERABILITY: label('Abus de vulnérabilité', 'Abuse of vulnerability'),
  PAYMENT_FOR_CONTROL: label('Paiement à qui a autorité sur la personne', 'Payment to somebody who controls the person'),
}
export const purposeLabels: Labels<Purpose> = {
  SEXUAL_EXPLOITATION: label('Exploitation sexuelle', 'Sexual exploitation'),
  FORCED_LABOUR: label('Travail forcé', 'Forced labour'),
  SLAVERY_OR_SIMILAR: label('Esclavage ou pratiques analogues', 'Slavery or similar practices'),
  SERVITUDE: label('Servitude', 'Servitude'),
  ORGAN_REMOVAL: label('Prélèvement d’organes', 'Removal of organs'),
  CHILD_LABOUR: label('Travail d’enfant', 'Child labour'),
  FORCED_MARRIAGE: label('Mariage forcé', 'Forced marriage'),
  FORCED_MILITARY_NON_STATE: label('Enrôlement forcé par un acteur non étatique', 'Forced recruitment by a non-state actor'),
  FORCED_BEGGING: label('Mendicité forcée', 'Forced begging'),
  FORCED_ADOPTION: label('Adoption forcée', 'Forced adoption'),
  SURROGACY: label('Gestation pour autrui', 'Surrogacy'),
  OTHER: label('Autre but', 'Other purpose'),
}
export const c182Labels: Labels<C182Situation> = {
  '3A_SLAVERY': label('Esclavage ou pratique analogue (a)', 'Slavery or similar practice (a)'),
  '3A_SALE_OR_TRAFFICKING': label('Vente ou traite d’enfant (a)', 'Sale or trafficking of a child (a)'),
  '3A_DEBT_BONDAGE': label('Servitude pour dettes (a)', 'Debt bondage (a)'),
  '3A_SERFDOM': label('Servage (a)', 'Serfdom (a)'),
  '3A_FORCED_LABOUR': label('Travail forcé (a)', 'Forced labour (a)'),
  '3A_FORCED_RECRUITMENT': label('Enrôlement forcé dans un conflit armé (a)', 'Forced recruitment for armed conflict (a)'),
  '3B_PROSTITUTION': label('Prostitution (b)', 'Prostitution (b)'),
  '3B_PORNOGRAPHY': label('Pornographie (b)', 'Pornography (b)'),
  '3C_ILLICIT_ACTIVITIES': label('Activités illicites (c)', 'Illicit activities (c)'),
}
export const armedRoleLabels: Labels<ArmedRole> = {
  FIGHTER: label('Combat', 'Fighting'),
  COOK: label('Cuisine', 'Cooking'),
  PORTER: label('Portage', 'Carrying'),
  MESSENGER: label('Messages', 'Messages'),
  GUARD: label('Garde', 'Guard'),
  SPY: label('Renseignement', 'Watching for them'),
  DIGGER: label('Creusage', 'Digging'),
  WIFE_OR_SEXUAL: label('« Épouse » ou usage sexuel', '“Wife” or sexual use'),
  OTHER: label('Autre rôle', 'Other role'),
}
export const miningWorkLabels: Labels<MiningWork> = {
  UNDERGROUND: label('Sous terre', 'Underground'),
  HEIGHT: label('En hauteur', 'At height'),
  TOOLS: label('Outils dangereux', 'Dangerous tools'),
  CHEMICALS: label('Produits chimiques', 'Chemicals'),
  LOADS: label('Charges lourdes', 'Heavy loads'),
  NIGHT: label('De nuit', 'At night'),
  OTHER_MINING: label('Autre travail de la mine', 'Other work of the mine'),
}
export const profileLabels: Labels<Profile> = {
  AL: label('Adulte, travail', 'Adult, labour'),
  CL: label('Enfant, travail', 'Child, labour'),
  AS: label('Adulte, exploitation sexuelle', 'Adult, sexual exploitation'),
  CS: label('Enfant, exploitation sexuelle', 'Child, sexual exploitation'),
}
export const weightLabels: Labels<Weight> = {
  S: label('Fort', 'Strong'),
  M: label('Moyen', 'Medium'),
  W: label('Faible', 'Weak'),
}
export const signLabels: Labels<Sign | ThreeValued> = {
  POSITIVE: label('Positif', 'Positive'),
  NEGATIVE: label('Négatif', 'Negative'),
  UNDETERMINED: label('Indéterminé', 'Undetermined'),
}
export const ageBasisLabels: Labels<AgeBasis> = {
  disputed: label('Âge contesté : parcours enfant', 'Age disputed: read as a child'),
  'below-18': label('Moins de 18 ans', 'Below 18'),
  'estimate-below-18': label('Moins de 18 ans, selon l’estimation', 'Below 18, as estimated'),
  'estimate-may-be-below-18': label('Peut-être moins de 18 ans : parcours enfant', 'Possibly below 18: read as a child'),
  'at-least-18': label('18 ans ou plus', '18 or above'),
  'estimate-at-least-18': label('18 ans ou plus, selon l’estimation', '18 or above, as estimated'),
}
export const bannerLabels: Labels<BannerCode> = {
  'weights-pending-verification': label(
    'Poids lus dans une source secondaire, à vérifier sur les tables de l’OIT',
    'Weights read in a secondary source, to be checked against ILO’s tables',
  ),
  'provisional-weights': label(
    'Poids provisoires : la table pour l’exploitation sexuelle n’a pas été obtenue',
    'Provisional weights: the table for sexual exploitation was not obtained',
  ),
}
export const disclaimerLabels: Labels<'screening-aid-not-a-verdict'> = {
  'screening-aid-not-a-verdict': label(
    'Aide au dépistage : des indices à examiner par une personne, jamais un jugement. L’aide n’en dépend pas.',
    'A screening aid: indications for a person to weigh, never a verdict. Assistance does not depend on it.',
  ),
}
export const promptLabels: Labels<PromptCode> = {
  'was-the-person-recruited-moved-or-received': label(
    'La personne a-t-elle été recrutée, déplacée ou accueillie par quelqu’un ?',
    'Was the person recruited, moved or received by someone?',
  ),
}
export const openQuestionLabels: Labels<OpenQuestion> = {
  ACT: label('le recrutement, le déplacement ou l’accueil par quelqu’un', 'recruitment, movement or receipt by someone'),
  PURPOSE: label('l’exploitation sexuelle ou une pratique analogue à l’esclavage', 'sexual exploitation or a slavery-like practice'),
  ARMED: label('un rôle auprès d’une force ou d’un groupe armé', 'a role with an armed force or group'),
  C182: label('une autre des pires formes de travail des enfants', 'another of the worst forms of child labour'),
  MINING_WORK: label('un travail à la mine', 'work at the mine'),
  LIGHT_WORK: label('un travail léger autour du site', 'light work around the site'),
}
export const actionLabels: Labels<ActionCode> = {
  'second-interview': label('Second entretien', 'Second interview'),
  'safety-advice': label('Conseils de sécurité', 'Safety advice'),
  'treat-as-presumed-victim': label('Traiter comme victime présumée', 'Treat as a presumed victim'),
  'ask-consent': label('Demander le consentement', 'Ask for consent'),
  'safety-plan': label('Plan de sécurité', 'Safety plan'),
  'offer-referral': label('Proposer une orientation', 'Offer a referral'),
  'supervisor-review': label('Relecture par le superviseur', 'Review by the supervisor'),
  'labour-inspection-only-with-consent': label(
    'Inspection du travail seulement avec l’accord de la personne',
    'Labour inspection only if the person agrees',
  ),
  'labour-or-legal-referral': label('Orientation vers le droit du travail ou l’aide juridique', 'Labour or legal referral'),
  'screen-again': label('Nouveau dépistage', 'Screen again'),
  'site-grievance': label('Mécanisme de plainte du site', 'Grievance desk of the site'),
  'labour-service': label('Service du travail', 'Labour service'),
  'watch-for-attempt-or-early-phase': label('Peut être une tentative ou un début', 'May be an attempt or an early phase'),
  'give-information': label('Donner l’information', 'Give information'),
  'close-screening': label('Clore le dépistage', 'Close the screening'),
  'open-child-case': label('Ouvrir un dossier d’enfant', 'Open a child case'),
  'best-interests-assessment': label('Évaluation de l’intérêt supérieur', 'Best-interests assessment'),
  'offer-child-services': label('Proposer les services pour enfants', 'Offer services for children'),
}
export const readingLabels: Labels<ReadingCode> = {
  'exploitation-not-positive': label('L’exploitation n’est pas encore éclaircie', 'Exploitation is not yet clarified'),
  'exploitation-still-open': label(
    'Des questions sur l’exploitation restent ouvertes : on ne conclut pas à l’absence d’indice',
    'Questions on exploitation are open: absence of indications is not concluded',
  ),
  'nothing-stronger': label('Aucune ligne plus forte ne s’applique', 'No stronger row applies'),
  'as-for-an-adult': label(
    'Aucune ligne de la table des enfants : lu comme pour un adulte, jamais moins',
    'No row of the children’s table: read as for an adult, never less',
  ),
}
export const stepLabels: Labels<DeterminationStep> = {
  SCREENED: label('Dépisté', 'Screened'),
  PRESUMED: label('Présumé', 'Presumed'),
  REVIEWED: label('Relu', 'Reviewed'),
  DETERMINED: label('Déterminé', 'Determined'),
}
export const bodyLabels: Labels<DecidingBody> = {
  Police: label('Police', 'Police'),
  NGO: label('ONG', 'NGO'),
  CourtOrProsecution: label('Tribunal ou parquet', 'Court or prosecution'),
  NonPoliceGovernmentalOrganization: label('Service public autre que la police', 'Public body other than the police'),
  Other: label('Autre', 'Other'),
}
export const ruleLabels: Labels<IdentificationRuleName> = {
  supervisorReviewHours: label('Relecture par le superviseur', 'Review by the supervisor'),
  rescreenDays: label('Nouveau dépistage', 'Screening again'),
  minimumAgeYears: label('Âge minimum d’admission au travail', 'Minimum age for work'),
  interviewMinutes: label('Durée d’un entretien', 'Length of an interview'),
  claimedPercentOfFair: label('Dette réclamée, part du solde équitable', 'Debt claimed, share of the fair balance'),
  legalInterestPerYear: label('Intérêt légal par an', 'Legal interest a year'),
  siteDelayDays: label('Délai avant de parler d’un site', 'Delay before a site is told of'),
  siteFewestPersons: label('Nombre minimal de personnes pour un site', 'Fewest persons for a site'),
  preventionOfInfectionHours: label('Prophylaxie du VIH', 'Prevention of HIV infection'),
  emergencyContraceptionHours: label('Contraception d’urgence', 'Emergency contraception'),
}
