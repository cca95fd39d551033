/* Les phrases des refus du travail de terrain : ce qui empêche, et ce qu’il faut faire. */
import { deviceFr } from './device-fr.ts'

export const fr = {
  ...deviceFr,
  'refusal.busy-keeping':
    'Beaucoup de téléphones envoient en ce moment. Rien de cet envoi n’a été gardé : gardez-le et renvoyez-le dans {seconds} secondes.',
  'refusal.too-much-to-carry':
    'Cela fait {sites} sites : trop pour un téléphone, qui porte {most} sites et visites au plus. Choisissez un territoire plutôt qu’une province, ou moins de missions.',
  'refusal.no-such-draft': 'Cette fiche en cours n’existe pas ici, ou vous ne parlez pas pour le service qui la remplit.',
  'refusal.no-such-parcel':
    'Cet envoi n’est pas ici, ou vient d’un téléphone que vous ne suivez pas. Rechargez la liste, ou demandez à qui suit ce téléphone.',
  'refusal.parcel-not-stuck':
    'Rien ne manque plus à cet envoi : ce qu’il attendait est arrivé. Rechargez la liste ; il sera traité dans un instant.',
  'refusal.only-with-password':
    'Cela ne se fait pas depuis la session du téléphone. Connectez-vous avec votre adresse et votre mot de passe, puis recommencez.',
  'refusal.rescue-not-understood':
    'Ce fichier n’est pas un fichier de secours, ou son début manque. Copiez-le à nouveau depuis le téléphone ou la carte, puis remettez-le.',
  'refusal.rescue-needs-supervisor':
    'Le téléphone de ce fichier n’est plus en service : seul un responsable peut le remettre. Gardez le fichier et donnez-le à votre responsable.',
  'refusal.rescue-for-another-server':
    'Ce fichier de secours est fermé pour un autre serveur, ou sa clé est abîmée : il ne s’ouvre pas ici. Remettez-le au serveur qui a inscrit ce téléphone ; gardez le fichier.',
  'refusal.only-for-telephones': 'Ceci se fait depuis un téléphone inscrit. Ouvrez l’application sur le téléphone, puis recommencez.',
  'refusal.parcel-not-understood':
    'Cet envoi est abîmé ou vient d’une application d’une autre version : il n’a pas été pris. Gardez le téléphone, mettez l’application à jour, puis envoyez encore.',
  'refusal.parcel-signature-not-valid':
    'La signature de cet envoi ne va pas : on ne peut pas savoir qui l’a fait. Il n’a pas été pris ; remettez-le depuis le téléphone de son auteur.',
  'refusal.parcel-of-another-account':
    'Cet envoi est signé par un téléphone qui n’est pas celui de son auteur. Il n’a pas été pris ; prévenez votre responsable.',
  'refusal.parcel-path-not-taken':
    'Cette action ({path}) ne se fait pas depuis le terrain : elle demande la connexion. Refaites-la à l’écran, avec le réseau.',
  'refusal.parcel-id-taken':
    'Un autre envoi porte déjà ce numéro. Celui-ci n’a pas été pris ; refaites la saisie, ou prévenez votre responsable.',
  'refusal.device-full':
    'Le téléphone est plein : ceci n’a pas pu être gardé, ce qui l’était déjà le reste. Envoyez ce qui attend, ou effacez des photos ou des vidéos hors de Chanzo, puis recommencez.',
  'refusal.fault': 'Le serveur a rencontré une erreur. Rien n’est perdu ; réessayez dans quelques minutes.',
  'refusal.offline': 'Pas de réseau. Rien n’est perdu ; réessayez quand il revient.',
} as const
