import { test } from '@japa/runner'
import { checkPain001 } from '#app/payments/pain001/check_pain001'
import { writePain001 } from '#app/payments/pain001/pain001'
import { PAIN_VERSIONS } from '#app/payments/pain001/pain_version'
import { exampleOrder, orderWithTransfer, TODAY } from '#tests/unit/payments/example_order'
import { schemaComplaint, SCHEMAS_MISSING } from '#tests/unit/payments/schema'

const EXPECTED = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>CAMP-2026-11-A1</MsgId>
      <CreDtTm>2026-11-22T10:00:00</CreDtTm>
      <NbOfTxs>2</NbOfTxs>
      <CtrlSum>1284.56</CtrlSum>
      <InitgPty>
        <Nm>FEDERATION FICTIVE</Nm>
      </InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>CAMP-2026-11-A1-1</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <BtchBookg>true</BtchBookg>
      <NbOfTxs>2</NbOfTxs>
      <CtrlSum>1284.56</CtrlSum>
      <PmtTpInf>
        <SvcLvl>
          <Cd>SEPA</Cd>
        </SvcLvl>
      </PmtTpInf>
      <ReqdExctnDt>
        <Dt>2026-11-24</Dt>
      </ReqdExctnDt>
      <Dbtr>
        <Nm>FEDERATION FICTIVE</Nm>
        <PstlAdr>
          <StrtNm>Place de l'Exemple</StrtNm>
          <PstCd>75011</PstCd>
          <TwnNm>PARIS</TwnNm>
          <Ctry>FR</Ctry>
        </PstlAdr>
      </Dbtr>
      <DbtrAcct>
        <Id>
          <IBAN>FR1420041010050500013M02606</IBAN>
        </Id>
        <Ccy>EUR</Ccy>
      </DbtrAcct>
      <DbtrAgt>
        <FinInstnId>
          <BICFI>PSSTFRPPLIL</BICFI>
        </FinInstnId>
      </DbtrAgt>
      <ChrgBr>SLEV</ChrgBr>
      <CdtTrfTxInf>
        <PmtId>
          <InstrId>VIR-2026-11-0001</InstrId>
          <EndToEndId>REL-2026-11-0001</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">1234.56</InstdAmt>
        </Amt>
        <Cdtr>
          <Nm>Association Elan et Presence</Nm>
          <PstlAdr>
            <StrtNm>Rue de l'OEuvre</StrtNm>
            <BldgNb>12</BldgNb>
            <PstCd>71000</PstCd>
            <TwnNm>Macon</TwnNm>
            <Ctry>FR</Ctry>
          </PstlAdr>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>FR7630006000011234567890189</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>Releve REL-2026-11-0001 - saisines d'octobre 2026</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
      <CdtTrfTxInf>
        <PmtId>
          <InstrId>VIR-2026-11-0002</InstrId>
          <EndToEndId>REL-2026-11-0002</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="EUR">50.00</InstdAmt>
        </Amt>
        <CdtrAgt>
          <FinInstnId>
            <BICFI>UBSWCHZH80A</BICFI>
          </FinInstnId>
        </CdtrAgt>
        <Cdtr>
          <Nm>ASSOCIATION FICTIVE DU LAC</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <IBAN>CH9300762011623852957</IBAN>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>REL-2026-11-0002</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>
`

test.group('Fichier de virements', () => {
  test('l’ordre d’exemple s’écrit exactement ainsi', ({ assert }) => {
    assert.equal(writePain001(exampleOrder()), EXPECTED)
  })

  test('la version .03 ne change que l’espace de noms, la date et le BIC', ({ assert }) => {
    const expected = EXPECTED.replace('001.001.09', '001.001.03')
      .replace(/<ReqdExctnDt>\s+<Dt>(.*)<\/Dt>\s+<\/ReqdExctnDt>/, '<ReqdExctnDt>$1</ReqdExctnDt>')
      .replaceAll('BICFI>', 'BIC>')
    assert.equal(writePain001(exampleOrder(), { version: 'pain.001.001.03' }), expected)
  })

  test('l’ordre d’exemple n’enfreint aucune règle, dans les deux versions', ({ assert }) => {
    for (const version of PAIN_VERSIONS) {
      assert.deepEqual(
        checkPain001(writePain001(exampleOrder(), { version }), { today: TODAY }),
        []
      )
    }
  })

  test('le schéma ISO accepte l’ordre d’exemple, dans les deux versions', ({ assert }) => {
    for (const version of PAIN_VERSIONS) {
      assert.isNull(schemaComplaint(writePain001(exampleOrder(), { version }), version))
    }
  }).skip(SCHEMAS_MISSING, 'Les schémas ISO ne sont pas dans ../shared/xsd')

  test('une banque débitrice sans BIC s’écrit NOTPROVIDED', ({ assert }) => {
    const order = exampleOrder()
    const xml = writePain001({ ...order, debtor: { ...order.debtor, bic: null } })
    assert.match(xml, /<DbtrAgt>\s+<FinInstnId>\s+<Othr>\s+<Id>NOTPROVIDED<\/Id>/)
    assert.deepEqual(checkPain001(xml, { today: TODAY }), [])
  })

  test('un signe de balisage dans un identifiant ne casse pas le fichier', ({ assert }) => {
    const xml = writePain001(orderWithTransfer({ endToEndId: 'A<B>&"C' }))
    assert.include(xml, '<EndToEndId>A&lt;B&gt;&amp;&quot;C</EndToEndId>')
    assert.deepEqual(
      checkPain001(xml, { today: TODAY }).map(({ code }) => code),
      ['CARACTERES']
    )
  })
})
