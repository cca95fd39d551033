/* Ce que le serveur refuse au sujet des arbres à problèmes. */
export const treesFr = {
  'refusal.unknown-tree': 'Cet arbre n’existe pas. Partez de la liste des arbres.',
  'refusal.unknown-tree-version': 'Cet arbre n’a pas de version {number}. Choisissez parmi ses versions figées.',
  'refusal.tree-begun-already': 'Cet arbre est déjà commencé. Ouvrez-le dans la liste.',
  'refusal.tree-card-unknown': 'Cette carte n’est plus dans l’arbre. Rechargez la page, puis reprenez.',
  'refusal.tree-card-stands': 'Cette carte est déjà dans l’arbre. Rechargez la page.',
  'refusal.tree-core-stands': 'L’arbre a déjà un problème central. Faites-en d’abord une cause ou un effet.',
  'refusal.tree-arrow-circles':
    'Cette flèche ferait un cercle : la carte serait sa propre cause. Retirez d’abord une flèche, ou écrivez la cause plus précisément.',
  'refusal.tree-merge-of-two-kinds': 'Une cause et un effet ne se regroupent pas. Changez d’abord la place de l’une des cartes.',
  'refusal.tree-card-holds-too-much': 'Ensemble, ces cartes ont trop de lieux, de thèmes ou de textes. Regroupez-les en deux cartes.',
  'refusal.tree-full': 'Un arbre a au plus {most} cartes. Regroupez des cartes, ou commencez un second arbre.',
  'refusal.tree-moved-on':
    'L’arbre a changé entre-temps : un autre poste y a travaillé. Rien n’est perdu : voyez ce qui est enregistré, puis posez vos changements par-dessus ou laissez-les.',
  'refusal.tree-frozen': 'La version {number} est figée depuis le {on} et ne change plus. Ouvrez le tour suivant pour continuer.',
  'refusal.tree-open-already': 'L’arbre est ouvert : on peut y travailler.',
  'refusal.tree-not-ready':
    '{n} {n|point empêche|points empêchent} de figer l’arbre. Réglez ceux qui sont marqués dans la liste, puis figez.',
  'refusal.tree-nothing-changed': 'Rien n’a changé : il n’y a rien à enregistrer.',
  'refusal.tree-place-unknown': 'Ces lieux ne sont pas connus ici : {places}. Choisissez des sites et des zones du registre.',
  'refusal.tree-owner-unknown':
    'L’organisation responsable d’une action n’est pas inscrite. Choisissez-la dans la liste, ou écrivez son nom.',
  'refusal.tree-file-not-json': 'Ce fichier n’est pas du JSON. Prenez le fichier JSON que l’export d’un arbre donne.',
  'refusal.tree-file-not-ours':
    'Ce fichier n’est pas un arbre, ou il a été changé à la main. Exportez l’arbre à nouveau et lisez ce fichier.',
  'refusal.tree-file-contradicts':
    'Les cartes et les flèches de ce fichier se contredisent : carte double, flèche vers rien, cercle ou deux problèmes centraux. Corrigez l’arbre d’où il vient.',
} as const
