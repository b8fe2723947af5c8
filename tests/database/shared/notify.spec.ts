import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { createUser } from '#app/accounts/create_user'
import { createToken } from '#app/portal/api/create_token'
import { chooseRhythm } from '#app/portal/messages/choose_rhythm'
import { notifyTransfers } from '#app/payments/notify_transfers'
import { tellFormsDue } from '#app/reconciliation/reminders/tell_forms_due'
import { tellRefusedForms } from '#app/reconciliation/findings/tell_refused_forms'
import { approveBankAccount } from '#app/network/bank_accounts/approve_bank_account'
import { cancelRegistration } from '#app/network/meetings/cancel_registration'
import { createMeeting } from '#app/network/meetings/create_meeting'
import { registerForMeeting } from '#app/network/meetings/register_for_meeting'
import { publishLetter } from '#app/network/news/publish_letter'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { answerDispute } from '#app/settlement/disputes/answer_dispute'
import { openDispute } from '#app/settlement/disputes/open_dispute'
import { statementLetter } from '#app/shared/mail/letters/statement_issued'
import { notify, type Notice } from '#app/shared/mail/notify'
import { sendDigests } from '#app/shared/mail/send_digests'
import { addDays } from '#app/shared/day'
import { isRefused } from '#app/shared/result'
import { row, rows } from '#app/shared/rows'
import { transaction } from '#app/shared/transaction'
import { granted } from '#app/demo/granted'
import type { World } from '#tests/support/world'
import { aPlayedQuarter, MAILBOXES, spoilt } from '#tests/support/web'

interface Mail {
  id: number
  recipient: string
  subject: string
  text: string
  html: string
  associationId: number
  cause: string
  state: string
  forDigest: boolean
}

function mails(kind: string, associationId: number | null = null): Promise<Mail[]> {
  return rows<Mail>(
    `SELECT id, recipient, subject, text_body AS text, html_body AS html, association_id AS "associationId", cause, state,
       for_digest AS "forDigest" FROM mails WHERE kind = ? AND association_id = coalesce(?, association_id) ORDER BY id`,
    [kind, associationId]
  )
}

/** A webinar far ahead, with a link that mails do not repeat. */
function meetingOf(seats: number) {
  const link = 'https://visio.example.org/salle'
  const hours = { day: '2030-01-14', from: '14:00', to: '15:00' }
  return { title: 'Protéger les élus', details: '', link, ...hours, seats: String(seats) }
}

async function tell(notice: Notice): Promise<number> {
  const told = await transaction(async (trx) => ({ written: await notify(trx, [notice], null) }))
  return isRefused(told) ? 0 : told.written
}

test.group('Prévenir les associations', (group) => {
  let world: World
  let member: { id: number; associationId: number }

  group.setup(async () => {
    world = await aPlayedQuarter()
    member = (await row<typeof member>(
      'SELECT id, association_id AS "associationId" FROM users WHERE email = ?',
      [MAILBOXES.association]
    ))!
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.teardown(spoilt)

  function about(cause: string): Notice {
    const letter = statementLetter({
      id: 9,
      number: cause,
      conventionTitle: 'Accompagnement',
      issuedOn: '2026-11-23',
    })
    return { kind: 'statement', associationId: member.associationId, cause, letter }
  }

  test('chaque relevé émis a son courriel, qui ne nomme que lui', async ({ assert }) => {
    const statements = await rows<{ id: number; number: string; associationId: number }>(
      'SELECT id, number, association_id AS "associationId" FROM statements ORDER BY id'
    )
    assert.isNotEmpty(statements)
    for (const { id, number, associationId } of statements) {
      const [mail, ...others] = await mails('statement', associationId)
      assert.isEmpty(others)
      assert.equal(mail!.subject, `Relevé ${number}`)
      assert.include(mail!.text, `/mes-paiements/${id}\n`)
      assert.include(mail!.html, `/mes-paiements/${id}"`)
      for (const other of statements) {
        if (other.id !== id) assert.notInclude(mail!.text + mail!.html, other.number)
      }
    }
  })

  test('un import prévient chaque association une fois, de ses seules saisines', async ({
    assert,
  }) => {
    const told = await mails('saisines')
    const saisines = await rows<{ reference: string; importId: number; associationId: number }>(
      'SELECT reference, import_id AS "importId", association_id AS "associationId" FROM saisines'
    )
    const entrusted = new Set(saisines.map((one) => `${one.importId} ${one.associationId}`))
    assert.lengthOf(told, entrusted.size)
    for (const mail of told) {
      for (const { reference, importId, associationId } of saisines) {
        const own = associationId === mail.associationId && mail.cause === `import:${importId}`
        if (own) assert.include(mail.text, reference)
        else assert.notMatch(mail.text, new RegExp(`${reference}\\b`))
      }
    }
  })

  test('la même chose ne se dit pas deux fois', async ({ assert }) => {
    assert.equal(await tell(about('REL-A')), 1)
    assert.equal(await tell(about('REL-A')), 0)
    await assert.rejects(
      () =>
        db.rawQuery(
          `INSERT INTO mails (kind, recipient, subject, text_body, cause) SELECT kind, recipient, subject, text_body, cause
           FROM mails WHERE cause = 'REL-A'`
        ),
      /mails_once/
    )
  })

  test('chacun est prévenu comme il l’a choisi ; sans personne, c’est le contact', async ({
    assert,
  }) => {
    await tell(about('REL-B'))
    assert.deepInclude((await mails('statement', member.associationId)).at(-1)!, {
      recipient: MAILBOXES.association,
      forDigest: false,
    })
    await chooseRhythm(member, 'none')
    assert.equal(await tell(about('REL-C')), 0)
    assert.isTrue(isRefused(await chooseRhythm(member, 'hebdomadaire')))
    await rows('UPDATE users SET disabled_at = now() WHERE id = ?', [member.id])
    await tell(about('REL-D'))
    const { email } = (await row<{ email: string }>('SELECT email FROM associations WHERE id = ?', [
      member.associationId,
    ]))!
    assert.equal((await mails('statement', member.associationId)).at(-1)!.recipient, email)
  })

  test('qui ne veut plus de courriel ne reçoit pas non plus celui qui attendait', async ({
    assert,
  }) => {
    await chooseRhythm(member, 'daily')
    await tell(about('REL-G'))
    await chooseRhythm(member, 'none')
    assert.equal(await sendDigests('2026-11-24'), 0)
    assert.isEmpty(await mails('digest'))
  })

  test('les messages du jour partent en un, une fois', async ({ assert }) => {
    await chooseRhythm(member, 'daily')
    await tell(about('REL-E'))
    await tell(about('REL-F'))
    assert.equal(await sendDigests('2026-11-24'), 1)
    assert.equal(await sendDigests('2026-11-24'), 0)
    const [digest, ...others] = await mails('digest')
    assert.isEmpty(others)
    assert.equal(digest!.subject, 'Vos 2 messages du 24/11/2026')
    assert.equal(digest!.recipient, MAILBOXES.association)
    for (const number of ['REL-E', 'REL-F']) {
      assert.include(digest!.text, `Relevé ${number}`)
      assert.include(digest!.html, `Relevé ${number}`)
    }
    const gathered = (await mails('statement', member.associationId)).filter((m) => m.forDigest)
    assert.deepEqual(
      gathered.map(({ state }) => state),
      ['gathered', 'gathered']
    )
  })

  test('un compte qui change se dit aux anciens contacts comme aux nouveaux, quoi qu’ils aient choisi', async ({
    assert,
  }) => {
    const { associationId } = member
    await chooseRhythm(member, 'none')
    await rows(
      `INSERT INTO events (verb, subject_type, subject_id, before, after) VALUES
         ('association.updated', 'association', ?, '{"email": "Ancien@example.org"}', '{"email": "x@example.org"}')`,
      [associationId]
    )
    const { coordinator, approver } = world.people
    const proposed = granted(
      await proposeBankAccount(coordinator, {
        associationId,
        iban: 'FR7630006000011234567890189',
        bic: null,
        holder: 'Association fictive',
        evidence: 'RIB reçu',
      })
    )
    const { email } = (await row<{ email: string }>('SELECT email FROM associations WHERE id = ?', [
      associationId,
    ]))!
    const everybody = [MAILBOXES.association, email, 'ancien@example.org']
    const cause = `account:${proposed.account.id}`
    const toldOf = async (step: string) =>
      (await mails('account', associationId)).filter((mail) => mail.cause === `${cause}:${step}`)
    assert.sameMembers(
      (await toldOf('proposed')).map(({ recipient }) => recipient),
      everybody
    )
    granted(
      await approveBankAccount(approver, {
        accountId: proposed.account.id,
        callbackNote: 'Rappelé au siège',
      })
    )
    const approved = await toldOf('approved')
    assert.sameMembers(
      approved.map(({ recipient }) => recipient),
      everybody
    )
    for (const { text, html } of approved) {
      assert.include(text, 'ont été approuvées')
      assert.notInclude(text + html, '0189', 'rien du compte')
      assert.notInclude(text + html, 'Association fictive')
    }
  })

  test('les fiches non retenues se disent une fois par jour, avec le remède', async ({
    assert,
  }) => {
    const day = addDays(world.until, 1)
    const refused = await rows<{ associationId: number; reference: string }>(
      `SELECT f.association_id AS "associationId", f.reference FROM form_outcomes o
       JOIN return_forms f ON f.id = o.form_id WHERE o.outcome <> 'RETENUE' AND f.received_on > ?::date - 90`,
      [day]
    )
    assert.isNotEmpty(refused)
    const associations = new Set(refused.map(({ associationId }) => associationId)).size
    assert.equal(await tellRefusedForms(day), associations)
    assert.equal(await tellRefusedForms(day), 0, 'le même jour')
    assert.equal(await tellRefusedForms(addDays(day, 1)), 0, 'rien de nouveau')
    const told = await mails('forms_refused')
    assert.lengthOf(told, associations)
    for (const mail of told) {
      assert.notMatch(mail.text, /\b[A-Z]{4,}_[A-Z_]+\b/)
      for (const { reference, associationId } of refused) {
        if (associationId === mail.associationId) assert.include(mail.text, reference)
      }
    }
  })

  test('une fiche qui sera en retard se demande sept jours avant, une fois', async ({ assert }) => {
    let found = 0
    for (let day = '2026-05-01'; day < '2026-10-01'; day = addDays(day, 1)) {
      const told = await tellFormsDue(day)
      if (told > 0) assert.equal(await tellFormsDue(day), told)
      found += told
    }
    assert.isAbove(found, 0)
    assert.lengthOf(await mails('forms_due'), found)
    for (const { subject, text } of await mails('forms_due')) {
      assert.match(subject, /à rendre avant le \d\d\/\d\d\/\d{4}$/)
      assert.include(text, '/mes-fiches')
    }
  })

  test('une réclamation qui a sa réponse se dit, sans la réponse', async ({ assert }) => {
    const line = (await row<{ id: number; associationId: number; reference: string }>(
      `SELECT l.id, l.association_id AS "associationId", s.reference FROM settlement_lines l
       JOIN saisines s ON s.id = l.saisine_id ORDER BY l.id LIMIT 1`
    ))!
    const { coordinator } = world.people
    const dispute = granted(
      await openDispute(coordinator, {
        contested: { lineId: line.id },
        motive: 'autre',
        details: 'Le nombre de séances est faux',
      })
    )
    granted(
      await answerDispute({
        disputeId: dispute.id,
        verdict: 'rejected',
        answer: 'Le compte est juste',
        actorId: coordinator.id,
      })
    )
    const [mail, ...others] = await mails('dispute', line.associationId)
    assert.isEmpty(others)
    assert.include(mail!.text, `n° ${dispute.id} (${line.reference}) est rejetée`)
    assert.include(mail!.text, `/mes-reclamations/${dispute.id}`)
    assert.notInclude(mail!.text, 'Le compte est juste')
  })

  test('un virement exécuté puis revenu se dit deux fois, chacun une', async ({ assert }) => {
    const transfer = (await row<{ id: number; number: string; associationId: number }>(
      `SELECT t.id, s.number, s.association_id AS "associationId" FROM transfers t
       JOIN statements s ON s.id = t.statement_id ORDER BY t.id LIMIT 1`
    ))!
    for (const outcome of ['executed', 'executed', 'returned'] as const) {
      await transaction(async (trx) => {
        const move = { transferId: transfer.id, outcome, on: '2026-11-25', reasonCode: 'AC04' }
        await notifyTransfers(trx, [move], null)
        return {}
      })
    }
    const told = await mails('transfer', transfer.associationId)
    assert.deepEqual(
      told.map(({ subject }) => subject),
      [
        `Virement du relevé ${transfer.number} exécuté`,
        `Virement du relevé ${transfer.number} revenu`,
      ]
    )
  })

  test('une place rendue se dit à qui attendait, comme il l’a choisi, et à personne d’autre', async ({
    assert,
  }) => {
    const { admin } = world.people
    const { code } = (await row<{ code: string }>('SELECT code FROM associations WHERE id = ?', [
      member.associationId,
    ]))!
    const role = 'association' as const
    const another = async (n: number) =>
      granted(
        await createUser(admin, {
          email: `membre${n}@example.org`,
          fullName: `Membre ${n}`,
          role,
          associationCode: code,
        })
      )
    const seated = await another(0)
    const rhythms = ['immediate', 'daily', 'none'] as const
    const { coordinator } = world.people
    for (const [n, rhythm] of rhythms.entries()) {
      const { id } = granted(await createMeeting(coordinator, meetingOf(1)))
      const person = await another(n + 1)
      granted(await chooseRhythm(person, rhythm))
      granted(await registerForMeeting(seated, id))
      granted(await registerForMeeting(person, id))
      granted(await cancelRegistration(seated, id))
    }
    const told = await mails('meeting', member.associationId)
    assert.deepEqual(
      told.map(({ recipient, forDigest }) => [recipient, forDigest]),
      [
        ['membre1@example.org', false],
        ['membre2@example.org', true],
      ]
    )
    assert.match(told[0]!.text, /14\/01\/2030\sà\s14\sh\s00 \(heure de Paris\)/)
    assert.notInclude(told[0]!.text + told[0]!.html, 'visio.example.org', 'le lien est sur la page')
    assert.equal(await sendDigests('2026-11-24'), 1)
    assert.include((await mails('digest'))[0]!.text, 'Vous avez une place')
  })

  test('un accès de logiciel se dit à toutes, quoi qu’elles aient choisi, sans le jeton', async ({
    assert,
  }) => {
    granted(await chooseRhythm(member, 'none'))
    const { id, token } = granted(await createToken(member, 'Gestion des dossiers'))
    const told = await mails('access', member.associationId)
    const { email } = (await row<{ email: string }>('SELECT email FROM associations WHERE id = ?', [
      member.associationId,
    ]))!
    assert.sameMembers(
      told.map(({ recipient }) => recipient),
      [MAILBOXES.association, email]
    )
    for (const { text, html, forDigest, cause } of told) {
      assert.deepEqual([forDigest, cause], [false, `access:${id}`])
      assert.include(text, '«\u00a0Gestion des dossiers\u00a0»')
      assert.notInclude(text + html, token.slice(0, 8))
    }
  })

  test('une publication se dit à celles qui la lisent', async ({ assert }) => {
    const publish = async (conventionCode: string | null) => {
      const sha256 = randomBytes(32)
      const file = { key: sha256.toString('hex'), sha256, fileName: 'a.pdf', sizeBytes: 9 }
      const { id } = granted(
        await publishLetter(
          world.people.coordinator,
          { kind: 'sheet', title: 'Le signalement', summary: '', conventionCode },
          { ...file, mediaType: 'application/pdf' },
          world.at
        )
      )
      return (await mails('letter')).filter(({ cause }) => cause === `letter:${id}`)
    }
    const { n } = (await row<{ n: number }>('SELECT count(*) AS n FROM associations'))!
    const all = await publish(null)
    assert.lengthOf(all, n)
    assert.equal(all[0]!.subject, 'Fiche technique\u00a0: Le signalement')
    const some = await rows<{ id: number }>(
      `SELECT DISTINCT association_id AS id FROM saisines s JOIN conventions c ON c.id = s.convention_id
       WHERE c.code = 'MIN-2023' ORDER BY 1`
    )
    assert.deepEqual(
      (await publish('MIN-2023')).map(({ associationId }) => associationId),
      some.map(({ id }) => id)
    )
  })

  test('ce qui est annulé n’a rien dit', async ({ assert }) => {
    const before = (await mails('statement')).length
    await assert.rejects(() =>
      transaction(async (trx) => {
        await notify(trx, [about('REL-G')], null)
        throw new Error('la campagne s’arrête')
      })
    )
    assert.lengthOf(await mails('statement'), before)
  })
})
