/* Mots de l'import de fiches remplies dans un autre programme : ce qui ne va pas dans le fichier, puis dans une fiche (`submissions.problem.<code>`). */
export const importFr = {
  'refusal.form-not-published':
    'Le formulaire « {form} » n’est pas publié ici. Publiez-le (Formulaires), ou donnez l’identifiant d’un formulaire publié.',
  'refusal.form-not-read': 'Le formulaire publié n’a pas pu être lu. Publiez-en une nouvelle version, puis recommencez.',
  'refusal.no-such-account': 'Aucun compte ouvert ne répond à « {account} ». Donnez son adresse ou son identifiant.',
  'refusal.submissions-not-json': 'Le fichier {file} commence comme du JSON et n’en est pas. Exportez-le à nouveau ; rien n’a été écrit.',
  'refusal.submissions-not-an-export':
    'Le fichier {file} n’est ni l’export JSON de Kobo (« results ») ni le flux OData de Central (« value »). Exportez les données du formulaire ; rien n’a été écrit.',
  'refusal.submissions-not-text': 'Ce fichier n’est pas une table (CSV). Exportez en CSV, puis recommencez ; rien n’a été écrit.',
  'refusal.submissions-not-xml': 'Ce fichier n’est pas le XML d’une fiche (ligne {line}). Exportez-le à nouveau ; rien n’a été écrit.',
  'refusal.submissions-table-damaged':
    'La table est abîmée à la ligne {line} : un guillemet manque ou est de trop. Exportez-la à nouveau ; rien n’a été écrit.',
  'refusal.submissions-too-large': 'Ce fichier est trop grand (au plus {most}). Exportez moins de fiches à la fois ; rien n’a été écrit.',
  'refusal.submissions-without-main-table':
    'Il faut une table principale et une seule ; {found} ont été données. Donnez aussi la table principale, et les tables des groupes répétés avec elle.',
  'refusal.submissions-table-unknown':
    'La table {file} ne répond à aucun groupe répété du formulaire, ou à un groupe déjà donné. Retirez-la, ou exportez avec les noms XML en en-tête.',
  'refusal.submissions-headings-are-labels':
    'Aucun en-tête n’est le nom d’une question du formulaire « {form} ». Dans Kobo, exportez avec « Valeurs et en-têtes XML » ; rien n’a été écrit.',
  'submissions.problem.without-instance-id': 'la fiche n’a pas d’identifiant (instanceID)',
  'submissions.problem.not-a-submission': 'ce n’est pas une fiche',
  'submissions.problem.row-uneven': 'la ligne n’a pas le nombre de cellules de l’en-tête ({found})',
  'submissions.problem.rows-not-in-file':
    'les lignes du groupe répété {question} ne sont pas dans le fichier : donnez aussi sa table (Kobo) ou demandez « $expand=* » (Central)',
  'submissions.problem.deleted-on-its-server': 'la fiche a été supprimée sur son serveur',
  'submissions.problem.answers-of-another-form': 'la fiche répond à un autre formulaire (« {found} »)',
  'submissions.problem.questions-of-another-form': 'elle répond à un autre formulaire : le nôtre ne pose pas {found}',
  'submissions.problem.submissions-not-xml': 'le XML n’est pas lisible, ou contient un DOCTYPE',
  'submissions.problem.submissions-too-large': 'la fiche est trop grande',
  'submissions.problem.answer-not-text': '{question} : « {found} » n’est pas un texte',
  'submissions.problem.answer-not-a-whole-number': '{question} : « {found} » n’est pas un nombre entier',
  'submissions.problem.answer-not-a-number': '{question} : « {found} » n’est pas un nombre',
  'submissions.problem.answer-not-choices': '{question} : « {found} » n’est pas une liste de choix',
  'submissions.problem.answer-not-a-position': '{question} : « {found} » n’est pas une position',
  'submissions.problem.answer-not-a-line': '{question} : « {found} » n’est pas un tracé',
  'submissions.verdict.new': 'serait prise',
  'submissions.verdict.taken': 'prise',
  'submissions.verdict.to-place': 'prise, à placer',
  'submissions.verdict.same': 'déjà là',
  'submissions.verdict.other': 'déjà là avec d’autres réponses : rien n’a été changé',
  'submissions.verdict.refused': 'refusée',
  'submissions.verdict.not-understood': 'pas comprise',
  'submissions.row': '{file}, fiche {row} : {said}',
  'submissions.read-as': 'lue par la version {version} du formulaire : la sienne n’est pas publiée ici',
  'submissions.not-asked': 'réponse à une question que le formulaire ne pose pas, gardée à part : {question}',
  'submissions.file-missing': 'fichier cité et absent : {name}',
  'submissions.progress': 'Lecture des fiches',
  'submissions.dry-run': 'Essai : rien n’a été écrit.',
  'submissions.more': 'Le serveur dit avoir {more} fiches de plus, sur d’autres pages : exportez-les aussi.',
  'submissions.sum':
    '{read} fiches lues : {taken} prises, {toPlace} prises à placer, {new} à prendre, {same} déjà là, {other} avec d’autres réponses, {refused} refusées, {notUnderstood} pas comprises.',
  'submissions.and-more': '… et {n} lignes de plus.',
} as const
