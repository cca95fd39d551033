/* The screening form, the questions of the mine, salongo, debt and what a site is told, in French and English. Screens add their own sentences. */
import type { DebtFlag } from './debt-worksheet.ts'
import type { FieldPartCode, FieldQuestionCode } from './field-questions.ts'
import { type Labels, label } from '../label.ts'
import type { SalongoBeneficiary, SalongoOutcome, SalongoQuestion } from './salongo.ts'
import type { AbortReason, ConsentForm, ExplainedItem, FlowPrompt, SkipReason, StopCode } from './screening-flow.ts'
import type { Section } from './screening-form.ts'
import type { SiteEventType } from './site-events.ts'

export const sectionLabels: Labels<Section> = {
  S0: label('Sécurité', 'Safety'),
  S1: label('Accord pour l’entretien', 'Consent to the interview'),
  S2: label('Profil', 'Profile'),
  S3: label('Trajet et recrutement', 'Movement and recruitment'),
  S4: label('Travail et vie sur le site', 'Work and life on site'),
  S5: label('Contrôle', 'Control'),
  S6: label('Exploitation sexuelle, mariage forcé', 'Sexual exploitation, forced marriage'),
  S7: label('Acteurs armés', 'Armed actors'),
  S8: label('Besoins et souhaits', 'Needs and wishes'),
  S9: label('Résultat et avis', 'Finding and opinion'),
  S10: label('Suites', 'Next steps'),
}
export const fieldQuestionLabels: Labels<FieldQuestionCode> = {
  'advance-tied-to-sale': label(
    'Payé d’avance en outils ou vivres surévalués par un négociant ou un PDG, obligé de lui vendre sous le prix, solde jamais montré ?',
    'Paid in advance by a trader or pit boss with overpriced tools or food, obliged to sell to them below market, balance never shown?',
  ),
  'fine-turned-into-digging': label(
    'Amende du tribunal ou de la police changée en temps de creusage, ou fausse accusation menant au travail ?',
    'Court or police fine turned into digging time, or a false charge leading to labour?',
  ),
  'round-up-at-gunpoint': label(
    'Rafle sous la menace des armes, journée de travail pour des hommes armés ?',
    'Round-up at gunpoint, a day’s work for armed men?',
  ),
  'tax-or-checkpoint-at-the-pit': label(
    'Taxe d’entrée ou de sortie, barrière au puits, part de la production saisie ?',
    'Entry or exit tax, checkpoint at the pit, part of the production seized?',
  ),
  'guards-stop-leaving': label('Des gardes empêchent de partir, le téléphone est pris ?', 'Guards stop people leaving, telephone taken?'),
  'brought-and-held-in-camp': label(
    'Femme ou fille amenée par une promesse, retenue par une dette dans un bar du camp ou un « mariage » ?',
    'Woman or girl brought by a promise, held by debt in a camp bar or a “marriage”?',
  ),
  'child-at-work': label('Enfant qui lave, concasse ou porte ?', 'Child washing, crushing or carrying?'),
  'border-and-camp-jobs': label(
    'Emploi de chauffeur frontalier, de bar, de karaoké ou de camp, ou travail étranger sous contrat ?',
    'Cross-border driver, bar, karaoke or camp job, or foreign contract labour?',
  ),
}
export const fieldPartLabels: Labels<FieldPartCode> = {
  'charge-led-to-the-work': label('L’accusation a conduit au travail', 'The charge led to the work'),
  'charged-while-at-work': label('L’accusation est venue pendant le travail', 'The charge came while at work'),
  'violence-used': label('Avec violences', 'With violence'),
  'takes-the-wage': label('Prend la paie', 'Takes the wage'),
  'marriage-promised': label('Mariage promis', 'Marriage promised'),
  'work-or-support-promised': label('Travail ou soutien promis', 'Work or support promised'),
  'bar-or-prostitution': label('Bar ou prostitution', 'Bar or prostitution'),
  'held-as-a-wife': label('Retenue comme « épouse »', 'Held as a “wife”'),
  'school-missed': label('École manquée', 'School missed'),
  'threatened-with-expulsion': label('Menace d’expulsion', 'Threatened with expulsion'),
  'unpaid-on-expulsion': label('Expulsion sans être payé', 'Unpaid on expulsion'),
}
export const salongoQuestionLabels: Labels<SalongoQuestion> = {
  'small-service': label('Un petit service ?', 'A small service?'),
  'benefits-this-community': label('Au profit direct de cette communauté ?', 'Of direct benefit to this community?'),
  'community-was-consulted': label(
    'La communauté ou ses représentants directs ont-ils été consultés ?',
    'Was the community, or its direct representatives, consulted?',
  ),
  'decided-by-lawful-civil-authority': label('Décidé par une autorité civile légitime ?', 'Decided by a lawful civil authority?'),
  'no-violence-or-detention-for-absence': label('Ni violence ni détention pour les absents ?', 'No violence or detention for absence?'),
}
export const salongoBeneficiaryLabels: Labels<SalongoBeneficiary> = {
  community: label('La communauté', 'The community'),
  'armed-actor': label('Un acteur armé', 'An armed actor'),
  'private-trader': label('Un négociant privé', 'A private trader'),
  'somebody-else': label('Quelqu’un d’autre', 'Somebody else'),
}
export const salongoOutcomeLabels: Labels<SalongoOutcome> = {
  'normal-civic-duty': label('Devoir civique normal', 'Normal civic duty'),
  'ask-about-forced-labour': label('Poser les questions sur le travail forcé', 'Ask the questions on forced labour'),
  'not-yet-known': label('Pas encore établi', 'Not yet known'),
}
export const debtFlagLabels: Labels<DebtFlag> = {
  'claim-far-above-fair-balance': label('Dette réclamée très au-dessus du solde équitable', 'Claim far above the fair balance'),
  'nothing-owed-and-may-not-leave': label(
    'Plus rien n’est dû et la personne ne peut partir',
    'Nothing is owed and the person may not leave',
  ),
  'no-end-in-time': label('Engagement sans limite de durée', 'Terms without a limit in time'),
}
export const siteEventLabels: Labels<SiteEventType> = {
  'child-labour-observed': label('Travail d’enfants constaté', 'Child labour observed'),
  'forced-labour-indication': label('Indices de travail forcé', 'Indication of forced labour'),
  'forced-labour-by-armed-actor': label('Travail forcé au profit d’un acteur armé', 'Forced labour for an armed actor'),
  'armed-actor-presence': label('Présence d’un acteur armé', 'Presence of an armed actor'),
  'illegal-taxation': label('Taxation illégale', 'Illegal taxation'),
  'sgbv-pattern': label('Violences sexuelles et basées sur le genre', 'Sexual and gender-based violence'),
}
export const explainedLabels: Labels<ExplainedItem> = {
  purpose: label('À quoi sert l’entretien', 'What the interview is for'),
  uses: label('Ce qui sera fait des réponses', 'What will be done with the answers'),
  'research-with-what-cannot-identify': label('Recherche, sans rien qui identifie', 'Research, with nothing that identifies'),
  'right-to-access': label('Droit de consulter ses données', 'Right to see one’s data'),
  'how-long-it-is-kept': label('Durée de conservation', 'How long it is kept'),
  'how-to-withdraw': label('Comment retirer son accord', 'How to withdraw'),
  'free-to-stop': label('Libre d’arrêter à tout moment', 'Free to stop at any time'),
  'help-does-not-depend-on-it': label('L’aide n’en dépend pas', 'Help does not depend on it'),
}
export const consentFormLabels: Labels<ConsentForm> = {
  WRITTEN: label('Écrit', 'Written'),
  AUDIO: label('Enregistré', 'Recorded'),
  VERBAL_CERTIFIED_BY_WORKER: label('Oral, certifié par l’agent', 'Spoken, certified by the worker'),
}
export const abortLabels: Labels<AbortReason> = {
  danger: label('Danger', 'Danger'),
  'person-asked': label('À la demande de la personne', 'The person asked'),
  distress: label('Détresse', 'Distress'),
  interrupted: label('Interruption', 'Interrupted'),
  'too-long': label('Trop long', 'Too long'),
}
export const stopLabels: Labels<StopCode> = {
  'safety-protocol': label('Danger : suivez d’abord le protocole de sécurité', 'Danger: follow the safety protocol first'),
  'find-a-private-place': label('Trouvez un lieu à l’abri des regards et des oreilles', 'Find a place where nobody sees or hears'),
  'not-in-front-of-guards-or-employer': label(
    'Pas devant un garde, un employeur ou un exploiteur : remettez l’entretien',
    'Not in front of a guard, employer or exploiter: put the interview off',
  ),
  'no-group-screening': label('Une personne à la fois : jamais en groupe', 'One person at a time: never a group'),
  'explain-every-item': label('Expliquez chaque point avant de demander l’accord', 'Explain every item before asking for consent'),
  'offer-choice-of-interviewer': label(
    'Proposez le choix de l’intervieweur et de l’interprète',
    'Offer the choice of interviewer and interpreter',
  ),
  'interpreter-must-sign': label('L’interprète signe d’abord la confidentialité', 'The interpreter first signs confidentiality'),
  'form-of-consent-needed': label('Notez sous quelle forme l’accord a été donné', 'Record in what form consent was given'),
  'age-or-estimate-needed': label('Indiquez un âge, ou une estimation', 'Give an age, or an estimate'),
  'child-needs-trained-worker': label(
    'Enfant, ou peut-être enfant : passez la main à un agent formé',
    'A child, or possibly one: hand over to a trained worker',
  ),
  'say-why-you-disagree': label('Dites pourquoi votre avis diffère du résultat', 'Say why your opinion differs from the finding'),
  'consent-refused': label(
    'Pas d’accord : remettez le dépliant ; seul un décompte est gardé',
    'No consent: give the leaflet; only a tally is kept',
  ),
  stopped: label('Entretien arrêté', 'Interview stopped'),
  complete: label('Entretien terminé', 'Interview complete'),
}
export const flowPromptLabels: Labels<FlowPrompt> = {
  'telephone-not-safe': label(
    'Téléphone peu sûr : ne rien y laisser, ne pas appeler',
    'Telephone not safe: leave nothing on it, do not call',
  ),
  'give-leaflet': label(
    'Remettez le dépliant d’information, si l’avoir sur soi est sans danger',
    'Give the information leaflet, if carrying it is safe',
  ),
  'time-to-stop': label(
    'L’entretien a assez duré : proposez d’arrêter ou de reprendre un autre jour',
    'It has been long enough: offer to stop or to go on another day',
  ),
  'never-promise': label('Ne promettez rien qui ne dépende pas de vous', 'Promise nothing that is not in your hands'),
  'no-names-of-units': label('Pas de nom d’unité, sauf nécessité', 'No names of units unless needed'),
  'only-for-the-worker': label('Pour l’agent seul : ne pas montrer à un tiers', 'For the worker only: show nobody else'),
}
export const skipLabels: Labels<SkipReason> = {
  'not-trained-for-it': label('Réservé à un agent formé', 'For a trained worker only'),
  'not-wished': label('La personne ne souhaite pas en parler', 'The person does not wish to speak of it'),
}
