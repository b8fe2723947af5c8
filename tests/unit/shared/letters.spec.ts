import { test } from '@japa/runner'
import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { MAIL_MODELS } from '#app/portal/messages/mail_models'
import { letterText } from '#app/shared/mail/letter'
import { newSaisinesLetter } from '#app/shared/mail/letters/new_saisines'
import { renderLetter } from '#app/shared/mail/render_letter'
import { appUrl } from '#start/env'

/** Where each leads: the very page that it is about. */
const PATHS: Record<string, string> = {
  saisine: '/mes-fiches',
  forms_due: '/mes-fiches',
  reminder_1: '/mes-fiches',
  reminder_2: '/mes-fiches',
  forms_refused: '/mes-fiches',
  statement: '/mes-paiements/1',
  transfer_executed: '/mes-paiements/1',
  transfer_returned: '/mes-paiements/1',
  transfer_rejected: '/mes-paiements/1',
  transfer_order_rejected: '/mes-paiements/1',
  transfer_not_executed: '/mes-paiements/1',
  transfer_not_returned: '/mes-paiements/1',
  dispute_accepted: '/mes-reclamations/1',
  dispute_rejected: '/mes-reclamations/1',
  account_proposed: '/mes-coordonnees',
  account_approved: '/mes-coordonnees',
  account_rejected: '/mes-coordonnees',
  contact: '/mes-coordonnees',
  access: '/mes-acces',
  letter: '/lettres/1',
  sheet: '/lettres/1',
  meeting: '/rendez-vous',
  invitation: '/invitation/exemple',
  digest: '/mes-messages',
}

test.group('Les lettres', () => {
  test('chaque modèle mène à la page dont il parle', ({ assert }) => {
    assert.sameMembers(Object.keys(MAIL_MODELS), Object.keys(PATHS))
    for (const [name, { letter }] of Object.entries(MAIL_MODELS)) {
      const { text, html } = renderLetter(letter)
      assert.include(text, `\n${appUrl}${PATHS[name]}\n`, name)
      assert.include(html, `href="${appUrl}${PATHS[name]}"`, name)
    }
  })

  test('le texte et le HTML disent la même chose, en français, sans code ni rien de privé', ({
    assert,
  }) => {
    for (const [name, { letter }] of Object.entries(MAIL_MODELS)) {
      const { subject, text, html } = renderLetter(letter)
      assert.isNull(privacyGuard(text.replaceAll(/https?:\/\/\S+/g, '')), name)
      assert.notMatch(
        `${subject} ${text}`,
        /\b[A-Z]{3,}_[A-Z_]+\b|\b[a-z]+_[a-z]+\b|undefined|null|NaN/,
        name
      )
      assert.notMatch(`${subject} ${text}`, /\d ?€|[0-9]{4}-[0-9]{2}-[0-9]{2}/, name)
      assert.match(html, /^<!doctype html>\s*<html lang="fr">/, name)
      for (const block of letter.blocks.flatMap((one) =>
        typeof one === 'string' ? one : one.items
      )) {
        assert.include(text, block, name)
        assert.include(unescaped(html), block, name)
      }
      assert.notMatch(html, /<script|style="|\son\w+=/, name)
    }
  })

  test('ce qui protège l’accès ou l’argent ne se refuse pas', ({ assert }) => {
    for (const name of [
      'invitation',
      'account_approved',
      'account_proposed',
      'account_rejected',
      'access',
      'contact',
    ]) {
      assert.include(letterText(MAIL_MODELS[name]!.letter), 'Ce message part toujours', name)
    }
    assert.include(letterText(MAIL_MODELS.statement!.letter), `${appUrl}/mes-messages`)
  })

  test('une longue liste dit combien elle tait', ({ assert }) => {
    const saisines = Array.from({ length: 40 }, (_, i) => ({
      reference: `S26-LISTE${i}`,
      openedOn: '2026-11-23',
    }))
    const text = letterText(newSaisinesLetter(saisines, 812))
    assert.include(text, 'S26-LISTE39')
    assert.include(text, 'et 772 autres, sur la page')
    assert.include(text, '812 saisines sont confiées')
  })

  test('ce qui ressemble à une balise reste du texte', ({ assert }) => {
    const { html } = renderLetter({
      subject: '<b>objet</b>',
      blocks: ['<script>alert(1)</script>'],
      link: null,
      foot: 'choice',
    })
    assert.notInclude(html, '<script>')
    assert.notInclude(html, '<b>')
  })
})

function unescaped(html: string): string {
  return html
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
