/* What refusals of the grievance desk say, in French. */
export const fr = {
  'refusal.unknown-voice': 'Aucun signalement de ce genre ne vous est ouvert. Revenez à la liste du guichet.',
  'refusal.voice-already-settled': 'Ce signalement est déjà traité. Pour le reprendre, rouvrez-le d’abord avec un motif.',
  'refusal.voice-not-settled': 'Ce signalement attend encore : il n’y a rien à rouvrir.',
  'refusal.voice-names-nobody': 'Choisissez au moins un organisme ou un genre d’organisme.',
  'refusal.voice-day-in-the-future': 'Le jour de réception est dans l’avenir. Corrigez la date.',
  'refusal.voice-code-shown': 'Ce texte est déjà saisi et son code a été montré. Cherchez le bordereau imprimé la première fois.',
  'refusal.incident-not-opened': 'L’incident n’a pas pu être ouvert. Relisez le texte et le lieu, puis recommencez.',
  'refusal.no-such-voice-text': 'Ce texte n’est plus au dossier, ou n’y a jamais été. Rechargez la page.',
  'refusal.incident-text-has-number':
    'Votre texte contient un numéro de téléphone. Retirez-le : il désignerait quelqu’un à tous les lecteurs du dossier.',
  'refusal.gateway-not-signed': 'La passerelle est inconnue ou sa signature ne convient pas. Vérifiez le nom et le secret.',
  'refusal.message-not-understood': 'Le message de la passerelle n’est pas lisible. Vérifiez les champs id, from et text.',
} as const
