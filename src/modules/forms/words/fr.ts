/* Les phrases des refus de ce module, et ce qui ne va pas dans un classeur, avec ce qu'il faut faire. */
export const fr = {
  'refusal.unknown-form': 'Aucun formulaire publié ne porte l’identifiant {form}. Vérifiez-le dans la liste des formulaires.',
  'refusal.unknown-form-version': 'Le formulaire {form} n’a pas de version {version}. Choisissez une version publiée.',
  'refusal.form-not-possible':
    'Ce formulaire ne peut pas être publié : corrigez les lignes indiquées, puis recommencez. Rien n’a été changé.',
  'refusal.form-already-published': 'La version {version} de {form} est déjà publiée, avec exactement ce contenu. Il n’y a rien à faire.',
  'refusal.form-version-taken':
    'La version {version} de {form} est déjà publiée avec un autre contenu, et une version publiée ne change plus. Donnez un nouveau numéro de version.',
  'refusal.draft-changed-elsewhere':
    'Ce brouillon a été enregistré dans une autre fenêtre après votre lecture. Rouvrez-le pour ne rien écraser ; votre texte reste à l’écran.',
  'refusal.not-a-workbook': 'Ce fichier n’est pas un classeur lisible. Enregistrez le formulaire en .xlsx (ou .xls), puis recommencez.',
  'refusal.workbook-too-large':
    'Ce classeur est trop grand pour un formulaire. Gardez les feuilles survey, choices et settings seulement, sans image.',
  'refusal.workbook-without-survey':
    'Ce classeur n’a pas de feuille nommée survey. Donnez ce nom à la feuille des questions, puis recommencez.',
  'refusal.form-damaged':
    'Le formulaire {form}, version {version}, ne peut plus être lu. Prévenez l’administrateur ; les réponses ne sont pas perdues.',
  'refusal.answers-of-another-form':
    'Ces réponses sont celles du formulaire {foundForm}, version {foundVersion}, et non de {form}, version {version}. Envoyez-les avec leur propre version.',
  'refusal.question-not-in-form':
    'La question {question} n’existe pas dans {form}, version {version}. Rouvrez le brouillon dans la version où il a été commencé.',
  'refusal.xml-too-large': 'Ces réponses dépassent {most} ko. Retirez ce qui est de trop ; les photographies s’envoient à part.',
  'refusal.xml-with-doctype':
    'Ce fichier contient une déclaration DOCTYPE ou une entité, ce qui n’est pas accepté. Envoyez les réponses telles que l’application les écrit.',
  'refusal.xml-too-deep': 'Ce fichier a trop de niveaux ou d’éléments pour être des réponses. Envoyez-le tel que l’application l’écrit.',
  'refusal.xml-not-understood':
    'Ce fichier n’est pas du XML lisible (ligne {line}). Envoyez les réponses telles que l’application les écrit.',

  'forms.place': 'feuille {sheet}, ligne {row}, colonne {column}',
  'forms.place-row': 'feuille {sheet}, ligne {row}',
  'forms.problem.unknown-column':
    'la colonne « {column} » n’est pas prise en charge. Retirez-la, ou corrigez son nom (par exemple « label::Français (fr) »).',
  'forms.problem.duplicate-column': 'la colonne « {column} » est là deux fois. Gardez-en une.',
  'forms.problem.missing-column': 'la colonne « {column} » manque. Ajoutez-la.',
  'forms.problem.unknown-type':
    'le type « {type} » n’est pas pris en charge. Choisissez text, integer, decimal, date, select_one liste, image, geopoint…',
  'forms.problem.question-without-type': 'cette question n’a pas de type. Écrivez-le dans la colonne type, ou videz la ligne.',
  'forms.problem.question-without-name':
    'cette question n’a pas de nom. Écrivez un mot court, sans espace ni accent, dans la colonne name.',
  'forms.problem.name-not-possible':
    '« {name} » ne peut pas être un nom de question. Commencez par une lettre ; ni espace ni signe, sauf _ - et le point.',
  'forms.problem.duplicate-name': 'le nom « {name} » est déjà pris dans ce groupe (ligne {first}). Donnez un autre nom.',
  'forms.problem.question-without-label': 'la question « {name} » n’a pas de libellé. Écrivez-le dans une colonne label.',
  'forms.problem.missing-calculation': 'le calcul « {name} » est vide. Écrivez la formule dans la colonne calculation.',
  'forms.problem.computed-default':
    'la valeur par défaut « {value} » est une formule, ce qui n’est pas pris en charge. Écrivez une valeur simple, ou une question de type calculate.',
  'forms.problem.section-not-closed': 'la partie « {name} » est ouverte et jamais fermée. Ajoutez une ligne end {what}.',
  'forms.problem.end-without-begin':
    'cette ligne ferme une partie ({what}) qui n’est pas ouverte. Retirez-la, ou ajoutez begin {what} plus haut.',
  'forms.problem.other-section-open':
    'cette ligne ferme {what}, mais la partie ouverte à la ligne {row} est {open}. Fermez d’abord celle-là.',
  'forms.problem.missing-list': 'la liste « {list} » n’existe pas dans la feuille choices. Ajoutez ses choix, ou corrigez le nom.',
  'forms.problem.choice-without-list': 'ce choix n’appartient à aucune liste. Remplissez list_name, ou videz la ligne.',
  'forms.problem.choice-without-name': 'un choix de la liste « {list} » n’a pas de nom. Remplissez la colonne name.',
  'forms.problem.choice-name-with-space':
    'le choix « {name} » a un espace dans son nom. Remplacez-le par _ : les réponses multiples sont séparées par des espaces.',
  'forms.problem.duplicate-choice': 'le choix « {name} » est deux fois dans la liste « {list} » (déjà ligne {first}). Gardez-en un.',
  'forms.problem.reference-in-choice':
    'un choix de la liste « {list} » contient une référence, ce qui n’est pas pris en charge. Écrivez un texte fixe.',
  'forms.problem.unknown-reference': 'aucune question ne s’appelle « {name} ». Corrigez la référence entre accolades.',
  'forms.problem.ambiguous-reference': 'plusieurs questions s’appellent « {name} ». Donnez-leur des noms différents.',
  'forms.problem.unknown-filter-column':
    'le filtre nomme « {column} », qui n’est pas une colonne de la liste « {list} ». Ajoutez la colonne à choices, ou corrigez le filtre.',
  'forms.problem.expression-not-closed':
    'la formule n’est pas fermée : il manque ou il y a en trop {what}. Vérifiez parenthèses et guillemets.',
  'forms.problem.formula-not-runnable':
    'l’application ne sait pas calculer cette formule : {what}. Écrivez-la avec les fonctions admises, et sans accents dans le nom des questions qu’elle cite.',
  'forms.problem.unknown-function': 'la fonction « {what} » n’existe pas dans les formulaires. Corrigez son nom.',
  'forms.problem.character-not-possible': 'ce texte contient un caractère invisible qui ne peut pas être publié. Réécrivez-le.',
  'forms.problem.form-without-questions': 'ce formulaire n’a aucune question. Ajoutez des lignes à la feuille survey.',
  'forms.problem.setting-not-possible': 'le réglage « {column} » n’est pas pris en charge. Retirez-le.',
  'forms.problem.form-id-not-possible':
    'l’identifiant du formulaire « {id} » manque ou ne convient pas. Écrivez form_id : lettres, chiffres, _ et -, sans espace.',
  'forms.problem.version-not-possible':
    'la version « {version} » manque ou ne convient pas. Écrivez par exemple la date et un numéro : 2026112101.',
  'forms.problem.rows-not-read':
    'une longue suite de lignes vides termine la feuille ; la ligne {row} et les suivantes n’ont pas été lues.',
  'forms.problem.cell-without-header': 'la cellule « {value} » est dans une colonne sans titre ; elle n’a pas été lue.',
} as const
