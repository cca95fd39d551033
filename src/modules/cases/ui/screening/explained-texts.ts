/* What is said aloud of each item before consent is asked: short sentences that can be read out and put into another language. */
import { type Labels, label } from '../../domain/label.ts'
import type { ExplainedItem } from '../../domain/identification/screening-flow.ts'

export const explainedTexts: Labels<ExplainedItem> = {
  purpose: label(
    '« Je vous pose des questions pour comprendre ce que vous vivez et voir quelle aide est possible. »',
    '“I ask you questions to understand what you live through and to see what help is possible.”',
  ),
  uses: label(
    '« Vos réponses servent à votre accompagnement. Votre nom est mis sous clé ; seule l’équipe qui vous suit peut l’ouvrir. »',
    '“Your answers serve your own support. Your name is locked away; only the team that follows you can open it.”',
  ),
  'research-with-what-cannot-identify': label(
    '« Des chiffres sans nom ni lieu précis peuvent servir à des études. Vous pouvez dire non, rien ne change pour vous. »',
    '“Figures without a name or an exact place may serve studies. You may say no, nothing changes for you.”',
  ),
  'right-to-access': label(
    '« Vous pouvez demander à voir ce qui est écrit sur vous, et à le corriger. »',
    '“You may ask to see what is written about you, and to have it corrected.”',
  ),
  'how-long-it-is-kept': label(
    '« C’est gardé le temps de l’accompagnement, puis quelques années ; ensuite c’est détruit. »',
    '“It is kept while you are supported and some years more; then it is destroyed.”',
  ),
  'how-to-withdraw': label(
    '« Vous pouvez changer d’avis, aujourd’hui ou plus tard : dites-le-nous, on arrête et on efface ce qui peut l’être. »',
    '“You may change your mind, today or later: tell us, we stop and erase what can be erased.”',
  ),
  'free-to-stop': label(
    '« Vous pouvez arrêter à tout moment, sans donner de raison, et ne pas répondre à une question. »',
    '“You may stop at any time without giving a reason, and leave any question unanswered.”',
  ),
  'help-does-not-depend-on-it': label(
    '« L’aide ne dépend ni de vos réponses, ni d’une plainte, ni de votre accord. »',
    '“Help depends neither on your answers, nor on a complaint, nor on your consent.”',
  ),
}
