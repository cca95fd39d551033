/* Ce que l’on dit à qui envoie depuis ODK Collect ou KoboCollect, et pourquoi une fiche attend au bureau. */
export const fr = {
  'openrosa.recorded': 'Reçu et enregistré.',
  'openrosa.to-place': 'Reçu. Le bureau dira à quelle inspection cette fiche appartient ; vous n’avez rien à renvoyer.',
  'openrosa.files-refused':
    '{files} {files|pièce jointe n’a pas pu être gardée|pièces jointes n’ont pas pu être gardées} : seules les photos JPEG ou PNG et les PDF de 10 Mo au plus le sont. Gardez-les sur le téléphone.',
  'openrosa.files-missing': '{kept} {kept|pièce jointe|pièces jointes} sur {named} {kept|est arrivée|sont arrivées}.',
  'openrosa.not-let-in':
    'Nom d’utilisateur ou mot de passe non reconnu. Scannez de nouveau le code QR des réglages, ou demandez-en un autre au bureau.',
  'openrosa.fault': 'Le serveur a eu une panne ({id}). Rien n’est perdu : gardez la fiche et envoyez-la plus tard.',
  'refusal.not-a-submission': 'Cet envoi n’est pas une fiche complète. Gardez-la sur le téléphone et envoyez-la de nouveau.',
  'refusal.submission-without-id': 'Cette fiche n’a pas d’identifiant (instanceID). Remplissez-la avec le formulaire de ce serveur.',
  'refusal.submission-differs':
    'Une autre fiche porte déjà cet identifiant avec un autre contenu. Ouvrez la fiche envoyée avec « Modifier », puis envoyez-la : elle aura un nouvel identifiant.',
  'refusal.submission-set-aside': 'Le bureau a mis cette fiche de côté. Demandez-lui pourquoi avant de la renvoyer.',
  'refusal.unknown-submission': 'La fiche que celle-ci corrige n’est pas arrivée. Envoyez d’abord la première, puis la correction.',
  'refusal.submission-already-amended': 'Cette fiche a déjà été corrigée. Corrigez la plus récente.',
  'refusal.submission-settled': 'Cette fiche ne fait plus partie de celles qui attendent. Rechargez la liste.',
  'refusal.no-such-submission': 'Cette fiche n’est pas dans votre liste. Rechargez-la.',
  'refusal.inspection-not-theirs': 'L’organisme de l’auteur ne siège pas dans cette inspection. Choisissez-en une autre, ou ouvrez-en une.',
  'refusal.mission-not-theirs': 'L’organisme de l’auteur ne siège pas dans cette mission. Choisissez-en une autre.',
  'refusal.unknown-collect-login': 'Cet accès n’est pas dans votre liste. Rechargez-la.',
  'refusal.role-does-not-inspect': 'Le rôle {role} ne participe pas aux inspections : aucun accès Collect ne s’ouvre pour lui.',
  'refusal.author-not-said':
    'La fiche a été importée sans dire de qui sont les observations. Importez-la de nouveau avec « --as COMPTE », ou placez-la vous-même si votre organisme siège dans la mission : elle sera enregistrée sous votre compte.',
  'refusal.no-mission-of-theirs':
    'L’organisme de l’auteur n’est membre d’aucune mission sur le terrain à cette date. Ouvrez la mission, ou ajoutez-y l’organisme.',
  'refusal.site-not-said': 'La fiche ne dit ni le numéro ni le nom du site. Choisissez l’inspection d’après le lieu et la date.',
  'refusal.site-not-in-their-missions':
    'Aucun site des missions de l’auteur ne porte ce numéro ni ce nom. Choisissez le bon site, ou vérifiez le registre.',
  'refusal.several-sites': '{sites} sites des missions de l’auteur portent ce nom. Choisissez lequel.',
  'refusal.several-inspections': '{inspections} inspections de ce site conviennent. Choisissez laquelle.',
  'refusal.several-missions': 'Plusieurs missions visitent ce site ({missions}). Choisissez laquelle.',
  'refusal.day-not-said': 'La fiche ne dit pas la date de la visite. Choisissez l’inspection.',
  'refusal.day-outside-mission': 'La visite du {day} tombe hors des jours de la mission. Choisissez l’inspection, ou la mission.',
  'refusal.day-in-future':
    'La visite est datée du {day}, un jour à venir. Vérifiez la date avec qui a rempli la fiche, puis choisissez l’inspection.',
  'refusal.day-far-from-inspection':
    'La visite du {day} est à plus de 30 jours de l’inspection ouverte (du {inspection}). C’est peut-être une ancienne fiche : choisissez son inspection, ou mettez-la de côté.',
  'refusal.site-name-and-number-differ':
    'La fiche dit « {name} » et le numéro {number} : ce n’est pas un même site. Vérifiez lequel des deux est juste, puis choisissez l’inspection.',
  'refusal.newer-answers-there':
    'Cette inspection a déjà, du même organisme, des réponses plus récentes que celles de cette fiche importée. Comparez, puis choisissez l’inspection, ou mettez-la de côté.',
  'refusal.submission-answers-too-many':
    'Cette fiche a {answers} réponses, {most} au plus sont prises. Gardez-la sur le téléphone, et remplissez-en plusieurs plus courtes avec moins de lignes répétées.',
  'refusal.submission-files-too-many':
    'Cette fiche cite {files} pièces jointes, {most} au plus sont prises. Gardez-la sur le téléphone, et répartissez les photos entre plusieurs fiches.',
  'refusal.submission-answer-too-long': 'La réponse à « {question} » dépasse {most} caractères. Raccourcissez-la, puis envoyez de nouveau.',
  'refusal.edit-of-another-visit':
    'Cette fiche corrige une fiche déjà enregistrée, mais nomme un autre site ou un autre jour. Choisissez l’inspection à laquelle elle appartient.',
} as const
