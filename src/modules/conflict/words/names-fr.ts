/* Ce que le serveur refuse au sujet des noms scellés. */
export const namesFr = {
  'refusal.unknown-secret-name':
    'Ce nom n’est pas lisible avec ce compte. S’il était scellé pour vous, demandez à une autre personne lectrice de le sceller de nouveau.',
  'refusal.look-again':
    'Cette consultation a déjà été enregistrée et a reçu sa réponse. Demandez de nouveau le nom : ce sera une nouvelle consultation.',
  'refusal.name-kept-already': 'Ce nom est déjà gardé. Rechargez la page.',
  'refusal.name-without-reader': 'Choisissez au moins une personne qui pourra lire ce nom.',
  'refusal.name-reader-twice': 'Une personne est choisie deux fois. Gardez-la une seule fois.',
  'refusal.name-reader-not-fit':
    'Une des personnes choisies n’a plus le droit de lire des noms, ou a changé de clé. Rechargez la page et choisissez de nouveau.',
  'refusal.name-empty': 'Écrivez le nom avant de le sceller.',
  'refusal.name-too-long': 'Ce nom est trop long : au plus {most} octets. Abrégez-le.',
  'refusal.cannot-open-name':
    'Ce nom ne s’ouvre pas avec votre clé. Il a été scellé pour d’autres, ou pour une ancienne clé : demandez à une autre personne lectrice de le sceller de nouveau.',
  'refusal.second-reader-needed':
    'Retirer une autre personne lectrice ou détruire le nom demande l’accord d’une deuxième : demandez-le, elle le fera après avoir lu.',
  'refusal.only-reader-left': 'Vous êtes la seule personne lectrice présente : faites-le sans demander.',
  'refusal.name-asked-already':
    'Une autre personne lectrice a déjà demandé quelque chose. Acceptez-le en le faisant, ou refusez-le d’abord.',
  'refusal.name-asks-of-nobody': 'Choisissez au moins une autre personne lectrice de ce nom.',
  'refusal.nothing-asked-of-name': 'Rien n’est demandé pour ce nom. Rechargez la page.',
  'refusal.name-request-there': 'Cette demande est déjà enregistrée.',
  'refusal.name-request-needs-key': 'Créez d’abord votre clé sous « Ma clé » : un nom est scellé à une clé.',
  'refusal.unknown-name-request': 'Cette demande n’existe pas, n’attend plus, ou vient d’une autre personne. Rechargez la page.',
  'refusal.name-request-over': 'Cette demande est terminée. Rechargez la page.',
} as const
