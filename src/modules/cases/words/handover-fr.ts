/* Refus sur un dossier entier qui passe à un autre organisme. */
export const handoverFr = {
  'refusal.unknown-handover': 'Cette proposition n’existe pas, ou ne vous est plus ouverte. Rechargez la page.',
  'refusal.handover-already-offered':
    'Ce dossier est déjà proposé à un organisme. Attendez sa réponse, ou retirez la proposition avant d’en faire une autre.',
  'refusal.handover-to-own-body':
    'Cet organisme tient déjà le dossier. Choisissez-en un autre, ou faites entrer un collègue dans l’équipe.',
  'refusal.handover-answer-time': 'Le délai de réponse est passé ou trop long : {most} jours au plus. Choisissez un autre jour.',
  'refusal.handover-still-in-time': 'Le délai de réponse court encore. Attendez, ou retirez la proposition.',
  'refusal.handover-answer-late':
    'Le délai de cette proposition est passé : elle ne peut plus être acceptée. Demandez à l’organisme qui tient le dossier de la refaire.',
  'refusal.handover-keys-missing':
    'Les clés jointes à cette proposition n’ouvrent plus le dossier, parce qu’une clé a changé depuis. L’organisme qui tient le dossier doit refaire la proposition.',
  'refusal.handover-vault-not-agreed':
    'La personne concernée n’a pas accepté que tout cela passe à cet organisme. Retirez ce qu’elle n’a pas accepté, ou reposez-lui la question.',
  'refusal.handover-without-identity':
    'Sans le coffre de l’identité, personne ne saurait plus joindre la personne en sécurité. Demandez-lui si le nom et le contact peuvent passer à cet organisme ; si elle ne le veut pas, référez-la plutôt, ou gardez le dossier.',
  'refusal.handover-taker-reads-apart':
    'Vous lisez déjà le coffre à part de ce dossier : une même personne n’ouvre pas les deux. Laissez un collègue à qui il est aussi proposé le reprendre, ou refusez avec une raison.',
  'refusal.handover-taker-of-another-body':
    'Une des personnes choisies n’est pas de cet organisme. Rechargez la page et choisissez de nouveau.',
  'refusal.handover-has-its-own-way':
    'Un autre organisme n’entre pas dans l’équipe : le dossier lui est proposé, et il l’accepte. Passez par « Transférer ».',
  'refusal.transfer-accepted-by-receiver':
    'C’est l’organisme qui reçoit qui accepte le transfert. Proposez-lui le dossier sous « Clôture », puis attendez sa réponse.',
} as const
