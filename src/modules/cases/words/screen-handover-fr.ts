/* Un dossier entier passe à un autre organisme ; une plainte suivie par l’organisme de justice : écrans, en français. */
export const screenHandoverFr = {
  'handover.title': 'Transferts de dossiers',
  'handover.none': 'Aucun dossier ne vous est proposé, et vous n’en avez proposé aucun ces derniers jours.',
  'handover.taken': 'Vous répondez maintenant de ce dossier. Il est dans votre liste :',
  'handover.taken.alone':
    'Vous seul l’ouvrez : un téléphone perdu, et le dossier l’est aussi. Faites entrer un collègue dans l’équipe et donnez tout de suite des parts aux gardiens :',
  'handover.sent': 'Proposés par vous',
  'handover.risk': 'Risque',
  'handover.age': 'Âge',
  'handover.gender': 'Genre',
  'handover.services': 'Services en cours',
  'handover.vaults': 'Ce qui s’ouvrira à vous',
  'handover.accepting':
    'En acceptant, vous répondez du dossier aussitôt et l’équipe d’avant ne lit plus rien. Commencez par une prise de contact sûre.',
  'handover.ready': 'Notre organisme peut suivre cette personne dès maintenant.',
  'handover.accept': 'Reprendre le dossier',
  'handover.decline': 'Refuser',
  'handover.waits': 'Proposé à {body}, réponse attendue avant le',
  'handover.waits.cut': 'Si la personne change d’avis, notez-le sous « Accords » : la proposition s’arrête dans le même geste.',
  'handover.take-back': 'Retirer la proposition',
  'handover.offer': 'Proposer le dossier',
  'handover.before.answer': 'L’organisme voit des codes, sans nom, et accepte ou refuse.',
  'handover.before.after': 'S’il accepte, il reprend le dossier entier : votre équipe n’en lit plus rien, et cela ne s’annule pas.',
  'handover.before.witness': 'Le coffre à part n’est jamais transmis ; ses lecteurs restent les mêmes.',
  'handover.goes': 'S’ouvrira à qui accepte : {vaults}',
  'handover.stays':
    'La personne ne l’a pas accepté : {vaults}. À la reprise, les clés de votre équipe pour cela sont détruites et plus personne ne le lit. Seules restent les parts de vos gardiens, jusqu’à l’oubli du dossier ; sans gardiens, c’est perdu pour toujours.',
  'handover.nobody': 'Personne dans cet organisme n’a de clé. Appelez-le, ou choisissez-en un autre.',
  'handover.digits': 'Chiffres des clés de qui peut accepter ({n}), à comparer de vive voix :',
  'handover.until': 'Réponse attendue avant le',
  'handover.source': 'Sous un oui de la personne pour ce seul organisme ; réponse sous {days} jours au plus : proposition (D).',
  'justice-desk.open': 'Suivre la procédure',
  'justice-desk.what':
    'Étapes, audiences et décisions seulement. Chaque lecture se voit au dossier, et s’arrête dès que la personne retire son accord.',
} as const
