/* Refus des fiches de conflit, et la page publique. */
export const sheetsFr = {
  'refusal.sheet-proposed-already': 'Cette fiche est déjà proposée. Ouvrez-la et actualisez-la.',
  'refusal.unknown-conflict-sheet': 'Aucune fiche de ce numéro ne vous est ouverte. Revenez à la liste.',
  'refusal.unknown-sheet-version': 'Cette fiche n’a pas de version {version}. Rechargez la page et choisissez une version de la liste.',
  'refusal.unknown-conflict-actor':
    'Un acteur de la fiche n’est pas au registre des acteurs. Choisissez-le dans la liste, ou écrivez son nom.',
  'refusal.too-many-beneficiaries':
    'Une fiche porte au plus {most} bénéficiaires, avec ceux de la version d’avant qui restent. Retirez-en.',
  'refusal.name-of-another-sheet': 'Un des noms scellés n’a pas été scellé pour cette fiche. Scellez-le de nouveau ici.',
  'refusal.sheet-day-in-the-future': 'Le {on} n’est pas encore venu. Indiquez le dernier jour de l’atelier ou de la visite.',
  'refusal.sheet-without-place':
    'La fiche ne dit pas de quel lieu elle parle. Choisissez un site du registre, ou écrivez comment on appelle le lieu.',
  'refusal.round-names-a-place':
    'Le nom du passage contient celui du site, d’un territoire ou d’un acteur, et les comités le lisent. Nommez-le par son mois.',
  'refusal.sheet-changed-meanwhile': 'La version {version} est venue entre-temps. Rechargez la fiche et actualisez à partir d’elle.',
  'refusal.sheet-with-the-analysts':
    'Cette fiche est en d’autres mains et ne s’actualise pas avec ce compte. Ce que vous avez vu de nouveau, proposez-le comme une nouvelle fiche du même lieu.',
  'refusal.sheet-older-than-what-stands': 'Ce qui vaut parle déjà du {on}. Une actualisation parle d’un jour plus récent.',
  'refusal.sheet-of-another-place': 'Une fiche reste au même site. Pour un autre site, proposez une nouvelle fiche.',
  'refusal.sheet-version-waits': 'La version {version} attend une décision. Faites-la valider ou écarter d’abord.',
  'refusal.sheet-not-proposed': 'La version {version} n’est pas à recouper : on recoupe une version proposée, une fois.',
  'refusal.second-person-for-cross-check': 'Vous avez proposé cette version. Une autre personne la recoupe.',
  'refusal.sheet-not-cross-checked':
    'La version {version} n’est pas recoupée. Elle l’est d’abord, par une autre personne ; ensuite on la valide.',
  'refusal.third-person-for-validation': 'Vous avez proposé ou recoupé cette version. Une troisième personne la valide.',
  'refusal.sheet-not-validated':
    'La version {version} n’est pas validée, ou son résumé est déjà publié. Seule une version validée se publie.',
  'refusal.needs-two-corroborations':
    'Il y a {n} {n|source indépendante|sources indépendantes}, de sortes différentes ; il en faut deux pour publier. Actualisez la fiche avec une autre source.',
  'refusal.summary-names-a-place-or-actor': 'Le résumé nomme {names}. Il reste au niveau de la province : retirez ces noms.',
  'refusal.sheet-superseded-already': 'La version {version} ne vaut déjà plus.',
  'refusal.sheet-stands-validator-needed': 'Cette version vaut. Seul le secrétariat qui valide peut l’écarter.',
  'conflict-page.title': 'Conflits autour des mines : ce qui est publié',
  'conflict-page.lead':
    'Par province, des résumés de ce que des ateliers et des analystes ont établi et que le secrétariat a validé. Ils ne nomment ni site, ni territoire, ni acteur.',
  'conflict-page.as-of': 'État au {day}, publié le {published}.',
  'conflict-page.old': 'Cela a plus d’un an : la situation a pu changer.',
  'conflict-page.modes': 'Pratiques rapportées',
  'conflict-page.beneficiaries': 'À qui cela profite',
  'conflict-page.minerals': 'Minerais',
  'conflict-page.responses': 'Réponses recommandées',
  'conflict-page.nothing-published': 'On y a regardé ; rien n’est publié pour le moment.',
  'conflict-page.nobody-looked': 'Personne n’y a regardé. Cela ne veut pas dire que tout y est calme.',
  'conflict-page.unlooked': 'Où personne n’a regardé',
  'conflict-page.footer':
    'Page du {day}. Règle proposée par ce projet (D) : deux sources indépendantes, trois personnes, et rien en dessous de la province. Le reste de la carte est une information restreinte.',
} as const
