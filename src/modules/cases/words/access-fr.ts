/* Refus sur l’équipe d’un dossier, ses clés et ses textes scellés. */
export const accessFr = {
  'refusal.already-in-the-team': 'Cette personne fait déjà partie de l’équipe du dossier. Rechargez la page.',
  'refusal.not-in-the-team': 'Cette personne n’est pas dans l’équipe du dossier. Rechargez la page pour voir l’équipe.',
  'refusal.team-not-yours-to-change': 'Seules la personne responsable du dossier et la supervision changent l’équipe. Demandez-le-leur.',
  'refusal.case-has-an-owner': 'Le dossier a déjà une personne responsable. Faites attribuer le dossier par la supervision.',
  'refusal.case-begins-otherwise': 'Un dossier commence par son ouverture. Recommencez depuis « Ouvrir un dossier ».',
  'refusal.vault-not-yours-to-hand-out':
    'Vous ne pouvez pas donner accès à un coffre que vous ne lisez pas. Demandez-le à quelqu’un de l’équipe qui le lit.',
  'refusal.witness-vault-apart':
    'Le coffre du témoin se donne à part, à des lecteurs nommés pour lui seul. Faites nommer cette personne comme lectrice du témoin.',
  'refusal.vault-needs-a-reader':
    'Sans cette personne, plus personne ne lirait ce coffre. Faites d’abord entrer quelqu’un d’autre, ou notez que la clé est perdue.',
  'refusal.vault-not-there': 'Ce coffre n’existe pas dans ce dossier. Faites-le créer par quelqu’un de l’équipe, puis recommencez.',
  'refusal.vault-key-too-old': 'La clé de ce coffre a changé depuis. Rechargez la page et envoyez de nouveau : rien n’est perdu.',
  'refusal.vault-key-must-be-renewed':
    'Quelqu’un a quitté l’équipe : la clé de ce coffre doit être refaite avant d’y écrire. Ouvrez le dossier avec votre clé, puis « Refaire les clés ».',
  'refusal.vault-key-renewed-meanwhile': 'La clé a été refaite entre-temps par quelqu’un d’autre. Rechargez la page.',
  'refusal.unknown-text': 'Le texte à remplacer n’est pas dans ce coffre. Rechargez la page.',
  'refusal.screening-already-recorded': 'Cet entretien est déjà dans le dossier. Rien n’est à refaire.',
  'refusal.break-glass-has-its-own-way': 'L’accès d’urgence se demande à part et à deux. Passez par « Accès d’urgence ».',
  'refusal.break-glass-not-yours': 'L’accès d’urgence revient à la supervision et à la protection des données. Demandez-le-leur.',
  'refusal.break-glass-needs-a-reason':
    'L’accès d’urgence se demande avec une explication écrite, scellée pour l’équipe du dossier. Écrivez-la, puis demandez de nouveau.',
  'refusal.training-needed':
    'Pour cet acte, une formation en identification doit être notée et ne pas être échue depuis plus de trente jours. Demandez à qui supervise votre organisme de la noter sous « Sûreté », puis recommencez.',
  'refusal.training-ran-out':
    'Votre formation en protection des données est échue depuis plus de trente jours : pas de nouvelle clé sans elle. Demandez à qui supervise votre organisme de noter la suivante sous « Sûreté », puis recommencez. Une clé perdue ou volée se remplace sans attendre.',
  'refusal.undertaking-needed':
    'Votre engagement de confidentialité n’est pas signé pour cette année. Lisez-le et signez-le sous « Engagement de confidentialité », puis recommencez.',
  'refusal.break-glass-already-asked': 'Cet accès d’urgence est déjà demandé. Attendez la réponse de la seconde personne.',
  'refusal.break-glass-already-answered': 'Cette demande d’accès d’urgence a déjà sa réponse. Rechargez la page.',
  'refusal.break-glass-by-another-person': 'Une autre personne que celle qui demande doit approuver l’accès d’urgence.',
  'refusal.break-glass-of-another-body':
    'Cet accès a été demandé par un organisme qui ne tient plus le dossier. Refusez-le ; qui en a besoin le demande à l’organisme qui le tient.',
  'refusal.break-glass-not-open': 'Cet accès d’urgence n’est pas ouvert. Rechargez la page.',
  'refusal.break-glass-still-open': 'Cet accès d’urgence court encore ; il finit de lui-même.',
  'refusal.unknown-break-glass': 'Cette demande d’accès d’urgence n’existe pas. Rechargez la page.',
  'refusal.referral-not-accepted-for-bed':
    'Un lit se donne après que votre maison a accepté l’orientation pour un hébergement. Acceptez-la d’abord.',
  'refusal.vault-keys-and-generations-differ':
    'Les clés envoyées ne sont pas celles annoncées. Rechargez la page et recommencez : rien n’a été écrit.',
  'refusal.wrap-for-nobody-who-joins':
    'Une clé a été préparée pour quelqu’un qui n’entre pas dans l’équipe. Rechargez la page et recommencez.',
  'refusal.nobody-joins-themselves':
    'Personne n’entre soi-même dans l’équipe d’un dossier. Demandez à quelqu’un de l’équipe de vous y faire entrer.',
  'refusal.team-of-another-body':
    'L’équipe d’un dossier est de l’organisation qui le tient. Passez par un référencement ou par un transfert.',
  'refusal.reader-without-key':
    'Cette personne n’a pas encore de clé personnelle : elle ne pourrait rien ouvrir. Demandez-lui d’en créer une, puis recommencez.',
  'refusal.wraps-and-readers-differ':
    'La nouvelle clé doit aller à chaque lecteur du coffre, et à lui seul. Rechargez la page et refaites les clés.',
  'refusal.shares-come-with-a-new-key':
    'Les parts des gardiens viennent avec une nouvelle clé. Refaites la clé, ou renouvelez les parts depuis « Ma clé ».',
  'refusal.custodian-reads-no-case':
    'Cette personne garde des parts de clés : elle n’entre dans aucun dossier, sinon elle pourrait s’ouvrir les autres. Choisissez un accompagnant ou un superviseur.',
  'refusal.erasure-by-another-person': 'L’effacement se fait à deux : une autre personne que celle qui a noté le choix doit l’exécuter.',
} as const
