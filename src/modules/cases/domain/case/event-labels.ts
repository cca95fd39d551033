/*
What happened in a case, in words that its person could be shown: every kind of event and every step has its sentence in both languages, and a kind
without one does not compile. No sentence says what somebody is.
*/
import type { PersonEvent } from '../file/file-words.ts'
import { type Label, type Labels, label } from '../label.ts'
import type { ReferralStep } from '../referral/referral-words.ts'
import type { CaseCommand, CaseStep } from './case-words.ts'

export const happenedLabels: Labels<PersonEvent['kind']> = {
  'case.moved.v1': label('Le dossier avance', 'The case moves on'),
  'case-field.set.v1': label('Un renseignement noté', 'A detail was written down'),
  'case-field.agreed.v1': label('Deux collègues ont noté la même chose', 'Two colleagues wrote the same'),
  'case-field.conflict-found.v1': label(
    'Deux réponses différentes : quelqu’un doit trancher',
    'Two different answers: somebody has to choose',
  ),
  'case-field.conflict-resolved.v1': label('Réponse choisie entre deux', 'One of two answers was chosen'),
  'consent.recorded.v1': label('La personne a dit ce qu’elle accepte', 'The person said what they agree to'),
  'consent.withdrawn.v1': label('La personne a retiré un accord', 'The person took back an agreement'),
  'consent.best-interests-proposed.v1': label(
    'Décision proposée dans l’intérêt de l’enfant',
    'Decision in the child’s best interests proposed',
  ),
  'consent.best-interests-approved.v1': label(
    'Décision dans l’intérêt de l’enfant approuvée',
    'Decision in the child’s best interests approved',
  ),
  'consent.overridden.v1': label('Partage sans accord, pour protéger la vie', 'Shared without consent, to protect life'),
  'consent.override-confirmed.v1': label(
    'Partage sans accord confirmé par une autre personne',
    'Sharing without consent confirmed by another person',
  ),
  'consent.override-lapsed.v1': label('Partage sans accord non confirmé : arrêté', 'Sharing without consent not confirmed: stopped'),
  'disclosure.erasure-asked.v1': label('Effacement demandé à qui avait reçu', 'Erasure asked of who had received'),
  'referral.moved.v1': label('Référencement', 'Referral'),
  'referral.feedback-received.v1': label('La personne a dit si le service l’a aidée', 'The person said whether the service helped'),
  'referral.file-asked.v1': label('Fichier avec le nom demandé pour un référencement', 'File with the name asked for, for a referral'),
  'referral.file-allowed.v1': label('Fichier avec le nom permis par une autre personne', 'File with the name allowed by another person'),
  'case-plan.written.v1': label('Plan écrit', 'Plan written'),
  'case-service.reported.v1': label('Nouvelles d’un service', 'News of a service'),
  'case-goal.reviewed.v1': label('Objectif revu', 'Goal reviewed'),
  'case-clock.paused.v1': label('Délai mis en pause', 'Time limit paused'),
  'case-clock.resumed.v1': label('Délai repris', 'Time limit resumed'),
  'case-risk.rated.v1': label('Risque évalué', 'Risk rated'),
  'case-vulnerability.assessed.v1': label('Vulnérabilité et protections relevées', 'Vulnerability and protections noted'),
  'case-contact.failed.v1': label('Essai de contact, sans réponse', 'Tried to reach, no answer'),
  'case-owner.assigned.v1': label('Responsable désigné', 'Case owner named'),
  'case-contact.made.v1': label('Personne jointe', 'The person was reached'),
  'case-followed-up.v1': label('Suivi fait avec la personne', 'Followed up with the person'),
  'case-supervised.v1': label('Revue par le superviseur', 'Reviewed by the supervisor'),
  'case-field-need.set.v1': label('Identité sur le téléphone : jour noté', 'Identity on the telephone: day noted'),
  'case-checked-after-closure.v1': label('Nouvelles prises après la clôture', 'Asked for news after closure'),
  'reintegration.scored.v1': label('Nouvelles de la personne notées', 'How the person fares was noted'),
  'grant.moved.v1': label('Aide à l’activité : une étape', 'Livelihood grant: a step'),
  'return.moved.v1': label('Retour et réintégration : une étape', 'Return and reintegration: a step'),
  'debt-mediation.moved.v1': label('Règlement de dette : une étape', 'Debt settlement: a step'),
  'justice-track.moved.v1': label('Justice : une étape', 'Justice: a step'),
  'justice-track.hearing-set.v1': label('Audience fixée', 'Hearing set'),
  'best-interests.moved.v1': label('Intérêt supérieur de l’enfant : une étape', 'Best interests of the child: a step'),
  'case-attachment.kept.v1': label('Pièce gardée', 'File kept'),
  'case-attachment.released.v1': label('Pièce jointe à un référencement', 'File sent with a referral'),
  'case-attachment.withdrawn.v1': label('Pièce effacée', 'File erased'),
  'case-handover.offered.v1': label('Dossier proposé à un autre organisme', 'Case offered to another body'),
  'case-handover.accepted.v1': label('Dossier repris par un autre organisme', 'Case taken over by another body'),
  'case-handover.ended.v1': label('Proposition de transfert terminée sans suite', 'Offer of transfer ended without a taker'),
  'case-team.joined.v1': label('Quelqu’un a rejoint l’équipe', 'Somebody joined the team'),
  'case-team.left.v1': label('Quelqu’un a quitté l’équipe', 'Somebody left the team'),
  'case-keys.renewed.v1': label('Clés du dossier renouvelées', 'Keys of the case renewed'),
  'case-text.kept.v1': label('Texte scellé ajouté', 'Sealed text added'),
  'case-break-glass.asked.v1': label('Accès d’urgence demandé', 'Emergency access asked for'),
  'case-break-glass.approved.v1': label('Accès d’urgence accordé pour un temps', 'Emergency access granted for a time'),
  'case-break-glass.declined.v1': label('Accès d’urgence refusé', 'Emergency access declined'),
  'case-break-glass.ended.v1': label('Accès d’urgence terminé', 'Emergency access ended'),
  'case-profile.set.v1': label('Renseignements codés notés', 'Coded details noted'),
  'case-screening.recorded.v1': label('Entretien enregistré', 'Interview recorded'),
  'identification.screened.v1': label('Entretien versé à l’identification', 'Interview added to identification'),
  'identification.presumed.v1': label(
    'Indices relevés : protection due par précaution',
    'Indications found: protection is due as a precaution',
  ),
  'identification.reviewed.v1': label('Indices relus par une deuxième personne', 'Indications reviewed by a second person'),
  'identification.determined.v1': label('Décision d’identification', 'Identification decided'),
  'identification.determination-noted.v1': label('Décision d’un autre organisme notée', 'Decision of another body noted'),
  'case-note.written.v1': label('Note écrite', 'Note written'),
  'case-note.rewritten.v1': label('Note reformulée par son auteur', 'Note reworded by its author'),
  'witness.opened.v1': label('Coffre à part ouvert', 'Separate vault opened'),
  'witness.threat-assessed.v1': label('Menace évaluée', 'Threat assessed'),
  'witness.reader-admitted.v1': label('Lecteur du coffre à part admis', 'Reader of the separate vault admitted'),
  'witness.reader-removed.v1': label('Lecteur du coffre à part retiré', 'Reader of the separate vault removed'),
  'protection-measure.moved.v1': label('Mesure de protection : une étape', 'Protection measure: a step'),
  'case-hold.placed.v1': label('Conservation imposée', 'Hold placed'),
  'case-hold.lifted.v1': label('Conservation levée', 'Hold lifted'),
  'case-erasure.chosen.v1': label('La personne a choisi ce que devient son dossier', 'The person chose what becomes of their case'),
  'case.shredded.v1': label('Dossier effacé pour toujours', 'Case erased for ever'),
  'case-consent-evidence.destroyed.v1': label('Preuve d’accord effacée', 'Proof of consent erased'),
  'witness-key.destroyed.v1': label('Coffre à part effacé', 'Separate vault erased'),
}
/** In the past, for the story of a case. */
export const movedLabels: Labels<CaseStep> = {
  create: label('Dossier ouvert', 'Case opened'),
  'register-minimum': label('Minimum enregistré', 'Minimum registered'),
  screen: label('Entretien joint', 'Interview attached'),
  'no-eligibility': label('Hors du programme ; la personne en a été informée', 'Outside the programme; the person was told'),
  'obtain-consent': label('Le travail commence, avec l’accord de la personne', 'Work begins, with the person’s consent'),
  'submit-assessment': label('Évaluation terminée', 'Assessment finished'),
  'request-approval': label('Plan proposé', 'Plan proposed'),
  'approve-plan': label('Plan approuvé par une autre personne', 'Plan approved by another person'),
  'return-plan': label('Plan renvoyé à son auteur', 'Plan returned to its author'),
  'revise-plan': label('Plan à réviser : une nouvelle version est écrite', 'Plan to be revised: a new version is written'),
  'finish-services': label('Services terminés, le suivi commence', 'Services finished, follow-up begins'),
  'need-reassessment': label('Nouvelle évaluation nécessaire', 'A new assessment is needed'),
  'accept-transfer': label('Dossier transféré', 'Case transferred'),
  'request-closure': label('Clôture proposée', 'Closure proposed'),
  'approve-closure': label('Clôture approuvée par une autre personne', 'Closure approved by another person'),
  'reject-closure': label('Clôture refusée, le travail continue', 'Closure rejected, work goes on'),
  reopen: label('Dossier rouvert', 'Case reopened'),
  'resume-assessment': label('Évaluation reprise', 'Assessment resumed'),
  'withdraw-consent': label('La personne a retiré son accord : le travail est arrêté', 'The person withdrew consent: work has stopped'),
  archive: label('Dossier archivé', 'Case archived'),
}
export const referralMovedLabels: Labels<ReferralStep> = {
  draft: label('Référencement préparé', 'Referral prepared'),
  send: label('Référencement envoyé', 'Referral sent'),
  acknowledge: label('Référencement reçu par le service', 'Referral received by the service'),
  accept: label('Référencement accepté', 'Referral accepted'),
  reject: label('Référencement refusé par le service', 'Referral rejected by the service'),
  revoke: label('Référencement retiré : le service ne lit plus rien', 'Referral taken back: the service reads nothing any more'),
  'begin-service': label('Service commencé', 'Service begun'),
  complete: label('Service terminé', 'Service completed'),
  expire: label('Référencement resté sans réponse', 'Referral left without an answer'),
  'close-without-service': label('Référencement clos sans service', 'Referral closed without service'),
}
const at = <Step extends string>(labels: Labels<Step>, step: string): Label | null => {
  for (const [known, found] of Object.entries<Label>(labels)) if (known === step) return found
  return null
}
/** A sentence for every event; steps of a case and of a referral say which. */
export function happenedLabel({ kind, payload }: PersonEvent): Label {
  if (kind === 'case.moved.v1') return movedLabels[payload.step]
  if (kind === 'referral.moved.v1') return at(referralMovedLabels, payload.step) ?? happenedLabels[kind]
  return happenedLabels[kind]
}

export type CaseSource = Extract<CaseCommand, { step: 'create' }>['source']
export const caseSources = [
  ...(['site-visit', 'hotline', 'border', 'resource-centre', 'referral', 'self', 'community', 'authority', 'other'] as const),
] as const satisfies readonly CaseSource[]
export const caseSourceLabels: Labels<CaseSource> = {
  'site-visit': label('Visite de site', 'Site visit'),
  hotline: label('Ligne d’écoute', 'Hotline'),
  border: label('Poste frontière', 'Border desk'),
  'resource-centre': label('Centre d’accueil', 'Resource centre'),
  referral: label('Référencement reçu', 'Referral received'),
  self: label('La personne elle-même', 'The person'),
  community: label('Communauté', 'Community'),
  authority: label('Autorité', 'Authority'),
  other: label('Autre', 'Other'),
}
