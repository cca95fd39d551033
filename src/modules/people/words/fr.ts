/* Les phrases des refus : ce qui empêche, et ce qu'il faut faire. Entre accolades : les faits du refus, jamais un nom de personne. */
export const fr = {
  'refusal.wrong-email-or-password': 'L’adresse ou le mot de passe ne va pas. Vérifiez les deux, puis essayez encore.',
  'refusal.wrong-password': 'Ce mot de passe n’est pas le bon. Vérifiez-le, puis essayez encore.',
  'refusal.wrong-code': 'Ce code n’est pas le bon, ou il est trop vieux. Lisez le code que l’application montre maintenant.',
  'refusal.second-step-expired': 'La deuxième étape a trop attendu. Recommencez par l’adresse et le mot de passe.',
  'refusal.second-factor-already-on': 'La confirmation en deux étapes est déjà active. Désactivez-la d’abord pour changer de téléphone.',
  'refusal.second-factor-not-on': 'La confirmation en deux étapes n’est pas active. Activez-la d’abord.',
  'refusal.too-many-tries': 'Trop d’essais. Attendez {minutes} min, puis essayez encore.',
  'refusal.password-too-short': 'Ce mot de passe est trop court. Prenez au moins {least} caractères ; une phrase convient bien.',
  'refusal.password-too-long': 'Ce mot de passe est trop long. Prenez au plus {most} caractères.',
  'refusal.email-not-valid': 'Ce n’est pas une adresse électronique. Écrivez-la comme nom@domaine.cd.',
  'refusal.email-unknown': 'Aucun compte n’utilise cette adresse. Vérifiez-la ; pour une personne nouvelle, créez un compte.',
  'refusal.email-taken': 'Cette adresse sert déjà à un autre compte. Prenez une autre adresse, ou changez le compte existant.',

  'refusal.organisation-exists': 'Cette organisation est déjà inscrite. Rien à refaire ; pour la corriger, faites une modification.',
  'refusal.organisation-unknown': 'L’organisation nommée n’est pas inscrite. Choisissez-la dans la liste, ou inscrivez-la d’abord.',
  'refusal.area-unknown':
    'Le code {area} ne désigne aucune province ni aucun territoire connu. Choisissez dans la liste, ou importez les limites d’abord.',
  'refusal.nothing-to-change': 'Rien ne change. Donnez un nouveau nom, une nouvelle zone ou de nouveaux numéros.',

  'refusal.account-exists': 'Ce compte existe déjà. Rien à refaire ; pour le changer, ouvrez sa page.',
  'refusal.unknown-account': 'Aucun compte ne porte cet identifiant. Choisissez-le dans la liste.',
  'refusal.account-closed': 'Ce compte est fermé. Ouvrez un nouveau compte si la personne revient.',
  'refusal.role-unknown':
    'Le rôle {role} n’existe pas. Les rôles sont dans docs/guide/operator.md ; le ministère, qui inscrit les sites, est MINES_NAT.',
  'refusal.role-already-held': 'Ce compte a déjà le rôle {role}. Rien à refaire.',
  'refusal.enrol-own-telephone':
    'Le rôle {role} ouvre des dossiers de personnes : seule la personne elle-même inscrit son téléphone, depuis son compte. Demandez-le-lui.',
  'refusal.role-not-for-field':
    'Le rôle {role} n’a pas de travail au puits. Choisissez un autre rôle, ou demandez à un administrateur d’inscrire ce téléphone.',
  'refusal.role-not-held': 'Ce compte n’a pas le rôle {role}. Donnez-le d’abord, ou choisissez un rôle qu’il a.',
  'refusal.algorithm-not-taken':
    'Les jetons signés avec {given} ne sont pas acceptés, seulement ceux à clé publique. Choisissez parmi {taken}.',
  'refusal.key-not-public':
    'Ceci n’est pas une clé publique au format PEM ou JWK. Demandez à l’autre autorité sa clé publique, jamais sa clé privée.',
  'refusal.role-for-other-kind':
    'Le rôle {role} ne va pas à ce genre de compte : « integrator », « epcis-client » et « map-reader » sont pour les machines, les autres rôles pour les personnes.',
  'refusal.two-persons-needed':
    'Le même compte ne peut pas avoir {role} et {held} : l’un contrôle l’autre, il faut deux personnes. Choisissez un autre compte.',
  'refusal.not-to-yourself': 'Personne ne change ses propres droits. Demandez à un autre administrateur.',
  'refusal.last-administrator': 'C’est le dernier administrateur du pays. Donnez d’abord ce rôle à un autre compte.',
  'refusal.territory-empty': 'Le territoire est vide : ce compte ne pourrait agir nulle part. Choisissez au moins une zone.',
  'refusal.beyond-your-territory': 'Cela dépasse votre territoire. Restez dans vos zones, ou demandez à un administrateur national.',
  'refusal.beyond-their-territory': 'Cela dépasse le territoire de ce compte. Choisissez des zones qui sont les siennes.',
  'refusal.not-your-organisation':
    'C’est l’affaire d’une autre organisation que la vôtre. Demandez à son responsable, ou à un administrateur.',

  'refusal.enrolment-not-found': 'Ce code d’inscription ne va pas. Lisez-le encore à l’écran du responsable.',
  'refusal.enrolment-used':
    'Ce code a déjà servi à un appareil. Demandez un nouveau code ; si ce n’était pas vous, prévenez le responsable.',
  'refusal.enrolment-expired': 'Ce code a plus de {minutes} min. Demandez un nouveau code au responsable.',
  'refusal.key-not-valid': 'La clé de l’appareil est mal écrite. Recommencez l’inscription sur l’appareil.',
  'refusal.key-already-enrolled': 'Cette clé est déjà celle d’un appareil. Effacez l’application sur celui-ci et recommencez.',
  'refusal.unknown-device': 'Aucun appareil ne porte cet identifiant. Choisissez-le dans la liste.',
  'refusal.not-your-device': 'Cet appareil n’est pas à vous et vous ne l’avez pas inscrit. Demandez à un administrateur.',
  'refusal.device-removed':
    'Ce téléphone a été retiré : il n’ouvre plus rien ici. Le travail qui n’est pas envoyé n’est pas perdu : faites un fichier de secours et remettez-le à votre responsable.',
  'refusal.device-role-withdrawn':
    'Le rôle pour lequel ce téléphone a été inscrit n’est plus le vôtre. Demandez à votre responsable une nouvelle inscription ; il peut aussi reprendre le travail non envoyé.',
  'refusal.office-locked-down':
    'Votre bureau est verrouillé par mesure de sûreté : personne n’y entre plus, et ses téléphones se vident. Joignez la personne chargée de la protection des données, par un moyen sûr.',
  'refusal.second-factor-needed':
    'Ce compte ouvre des dossiers : il lui faut la confirmation en deux étapes. Activez-la sur la page Sécurité du compte, puis revenez. Rien n’est perdu.',
  'refusal.second-factor-only-in-demonstration':
    'La confirmation en deux étapes ne se coupe que sur une démonstration. Ici, chaque personne qui ouvre des dossiers l’active.',
  'refusal.second-factor-as-asked': 'C’est déjà la règle de cette organisation. Rien à refaire.',
  'refusal.factor-reset-nothing':
    'Ce compte n’a pas de confirmation en deux étapes à retirer. La personne l’active elle-même, sur la page Sécurité du compte.',
  'refusal.factor-reset-second-person': 'Vous avez déjà demandé ce retrait. Une autre personne doit le confirmer.',
  'refusal.second-factor-stays':
    'Votre compte ouvre des dossiers : la confirmation en deux étapes ne s’y désactive pas. Pour changer de téléphone, demandez à l’administrateur et à votre responsable de la retirer à deux.',
  'refusal.factor-reset-none-asked': 'Aucun retrait n’attend pour ce compte. Rechargez la page.',
  'refusal.factor-reset-voice-too-new':
    'Votre rôle date de moins de {days} jours : il ne suffit pas encore pour retirer une confirmation. Demandez à quelqu’un qui l’a depuis plus longtemps.',
  'refusal.factor-reset-voice-of-other':
    'L’une des deux voix a donné son rôle à l’autre : elles ne comptent pas pour deux. Demandez à un autre administrateur, ou à quelqu’un d’autre de l’organisation.',
  'refusal.factor-reset-other-side':
    'Il faut deux côtés : l’administrateur de la plate-forme, et une personne de l’organisation. Demandez à l’autre côté de confirmer.',
  'refusal.account-at-rest':
    'Votre compte est au repos : il n’a pas servi depuis longtemps, ou quelqu’un l’a demandé. Demandez à l’administrateur ou à la personne chargée de la protection des données de le réveiller.',
  'refusal.account-at-rest-already': 'Ce compte est déjà au repos. Rien à refaire.',
  'refusal.account-not-at-rest': 'Ce compte n’est pas au repos. Rien à réveiller.',
  'refusal.training-not-your-own': 'Personne ne note sa propre formation. Demandez à qui supervise, ou à qui protège les données.',
  'refusal.training-in-the-future': 'Le {day} n’est pas encore venu. Donnez le jour où la formation a été tenue.',
  'refusal.training-over-already': 'Cette formation ne compte plus depuis le {day}. Notez celle qui compte aujourd’hui, ou rien.',
  'refusal.training-days-not-valid': 'Une formation compte à partir du lendemain, et jusqu’au {most} au plus. Corrigez la date.',
  'refusal.undertaking-text-changed': 'Le texte de l’engagement a changé. Rechargez la page, lisez-le, puis signez.',
  'refusal.office-locked-already': 'Ce bureau est déjà verrouillé. Rien à refaire ; prévenez les collègues par un moyen sûr.',
  'refusal.office-not-locked': 'Ce bureau est ouvert. Rien à rouvrir.',
  'refusal.office-is-the-platform':
    'L’exploitant de la plate-forme ne se verrouille pas d’ici : plus personne ne pourrait rien rouvrir. Arrêtez le serveur, ou verrouillez les bureaux un par un.',
  'refusal.office-name-differs': 'Le nom tapé n’est pas celui du bureau. Recopiez-le ; majuscules et accents ne comptent pas.',
  'refusal.office-lock-second-person':
    'Vous avez déjà demandé le verrouillage de ce bureau. Une autre personne, ou l’administrateur de la plate-forme, doit le confirmer.',
  'refusal.office-lift-second-person': 'Vous avez déjà demandé la réouverture. Une autre personne doit la confirmer.',
  'refusal.office-lift-needs-data-officer':
    'Une des deux personnes doit être chargée de la protection des données. Demandez-lui de confirmer.',
  'refusal.device-signature-not-valid':
    'Le téléphone n’a pas pu prouver qui il est. Essayez encore ; si cela se répète, demandez une nouvelle inscription à votre responsable.',
  'refusal.device-already-revoked': 'Cet appareil est déjà retiré. Rien à refaire.',
  'refusal.date-in-future': 'La date {from} est à venir. Donnez le moment à partir duquel l’appareil ne signe plus : maintenant ou avant.',

  'people.reason.lost': 'perdu',
  'people.reason.stolen': 'volé',
  'people.reason.seized': 'saisi',
  'people.reason.replaced': 'remplacé',
  'people.reason.person-left': 'la personne est partie',
  'people.reason.key-leaked': 'clé divulguée',
  'people.reason.office-locked': 'bureau verrouillé par mesure de sûreté',
} as const
