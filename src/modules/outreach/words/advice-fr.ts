/* The advice sheet that a person takes away, in French: what each sign means and what to do. Written to be read aloud. */
export const adviceFr = {
  language: 'Français',
  title: 'Avant de partir travailler',
  'verdict.do-not-leave': 'Ne partez pas avec cette offre. Parlez d’abord avec le centre.',
  'verdict.ask-first': 'Demandez d’abord. Ne partez pas avant d’avoir les réponses.',
  'verdict.none-found': 'Nous n’avons pas trouvé de signe de danger. Ce n’est pas une garantie.',
  found: 'Ce que nous avons remarqué, et ce qu’il faut faire',
  open: 'À demander encore à qui recrute',
  'flag.passport-kept':
    'On veut garder votre passeport ou vos papiers. → Ne les donnez à personne. Gardez une copie et laissez-en une à votre famille.',
  'flag.debt': 'Vous devriez de l’argent avant de commencer. → Une dette peut servir à vous retenir. Ne signez rien ; demandez au centre.',
  'flag.secret':
    'On vous demande de n’en parler à personne. → Parlez-en à votre famille et au centre, avec l’adresse et le numéro de qui recrute.',
  'flag.mine-camp':
    'Le travail est dans un camp minier, loin de tout. → Demandez le nom du site, qui le tient, et comment on en repart. Ne partez pas seul.',
  'flag.tourist-visa':
    'On vous fait partir avec un visa de touriste, ou sans papiers de travail. → Sans permis de travail vous n’avez pas de protection. Refusez.',
  'flag.fee': 'On vous demande de payer pour avoir le travail. → Ne payez pas ; demandez un reçu pour ce qui est déjà payé.',
  'flag.no-contract':
    'Il n’y a pas de contrat écrit. → Demandez-le avant de partir : travail, salaire, heures, logement, qui paie le retour.',
  'flag.other-language': 'Le contrat est dans une langue que vous ne lisez pas. → Faites-le lire au centre avant de signer.',
  'flag.no-address': 'On ne vous donne ni adresse ni nom d’entreprise. → Demandez les deux et faites-les vérifier.',
  'flag.too-good': 'Le salaire est bien plus haut que partout ailleurs. → Demandez pourquoi, et à quelqu’un qui y travaille.',
  'flag.leave-at-once': 'Il faudrait partir tout de suite. → Un vrai travail attend quelques jours. Prenez le temps de vérifier.',
  'flag.paid-later': 'Le salaire serait payé seulement à la fin. → Demandez un paiement chaque mois, par écrit.',
  'flag.recruiter-warned': 'Il y a une mise en garde contre ce recruteur. → Ne partez pas avec lui. Le centre vous dit pourquoi.',
  'flag.no-licence': 'Ce recruteur n’a pas de licence valable. → Adressez-vous à une agence qui en a une.',
  'flag.complaints': 'D’autres se sont plaints de ce recruteur. → Demandez au centre avant de signer.',
  'flag.not-in-register': 'Ce recruteur n’est pas à notre registre. → Demandez son numéro de licence et apportez-le au centre.',
  keep: 'Gardez toujours : vos papiers, une copie du contrat, l’adresse du travail, un peu d’argent pour le retour, et un numéro que vous connaissez par cœur.',
  help: 'Si l’on vous retient, menace ou ne vous paie pas : ce n’est pas votre faute. Appelez le centre ou le numéro d’aide.',
  number: 'Numéro du centre : ____________________',
  proposal: 'Proposition de texte, à relire par l’équipe de protection.',
} as const
export type AdviceWords = { readonly [Key in keyof typeof adviceFr]: string }
