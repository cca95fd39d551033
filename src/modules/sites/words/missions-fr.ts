/* Refus des missions, des fiches et des actions correctives, avec ce qu'il faut faire. */
export const missionsFr = {
  'refusal.mission-in-the-past': 'Le départ du {day} est déjà passé. Choisissez aujourd’hui ou un jour à venir.',
  'refusal.itinerary-outside-dates': 'L’étape du {day} n’est pas dans les dates de la mission. Corrigez l’étape ou les dates.',
  'refusal.required-bodies-missing':
    'La règle exige dans l’équipe des organismes qui n’y sont pas ({bodies}). Ajoutez-les, puis planifiez de nouveau.',
  'refusal.form-not-published-here':
    'La version {version} de la fiche {form} n’est pas publiée ici. Gardez vos réponses sur l’appareil et faites publier cette version, puis envoyez de nouveau.',
  'refusal.no-such-paper': 'Ce document n’est pas joint ici, ou il n’est pas pour vous. Demandez-le au chef de mission ou au ministère.',
  'refusal.not-of-the-team': 'Vous n’êtes ni de cette équipe ni du ministère. Demandez à un membre de l’équipe de le faire.',
  'refusal.no-such-action': 'Cette action corrective n’existe pas sur cette fiche. Choisissez-la dans la liste.',
  'refusal.action-already-closed': 'Cette action est déjà close. Si le manquement revient, la prochaine inspection en demandera une autre.',
  'refusal.action-of-the-reviewer':
    'Après la soumission, seul l’examinateur demande, change ou retire une action. Écrivez-lui, ou attendez le renvoi de la fiche.',
  'refusal.action-done-before-the-visit': 'L’action ne peut pas être faite avant la visite du {day}. Corrigez le jour.',
  'refusal.action-due-before-the-visit': 'L’échéance ne peut pas tomber avant la visite du {day}. Choisissez un jour plus récent.',
} as const
