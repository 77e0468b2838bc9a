/** Banks, insurance, payments, and those who keep books. */
import type { Branch } from "./branch.ts";

export const FINANCE: readonly Branch[] = [
  [
    "Finance",
    "B2C",
    `
      crypto_exchange bitcoin
      bank$ banks$ versicher insurance assurance$ assurances seguros$ assicuraz verzeker forsakring
      forsikring vakuutus ubezpiecz 保険 mortgage hypothek hypothe kredit$ kredite ~loan$ loans$
      pret_immobilier prestamo bolan wealth_management vermogensverwalt ~invest investing pension_fund
      pensionskasse finanzberat financial_planning financial_advis asset_management schliessfach
      wertschliess 銀行 金融 credit_union pojist poisten biztosit asigur ασφαλ застрахов draudim kindlustus
      seguro$ credito$ financiament credit_unions$ building_society savings_account current_account
      mortgages$ сбережен кредитн страхован sigorta$ sigortacilik 보험 대출 asigurari$ sparkasse$ ~banque$
      ~banco$ ~banca$ ~банк$ *pankki$ bankasi$ τραπεζα$ caisse_d_epargne caja_de_ahorros cassa_di_risparmio
      sparbank geldwechsel bureau_de_change kantor_wymiany smenarna penzvalto обмен_валют doviz$
      conseiller_financier asesor_financier consulente_finanziari financieel_advis finansiell_radgiv
      talousneuvon doradca_finans financni_porad penzugyi_tanacs finans_danisman финансовыи_консульт
      ファイナンシャル aseguradora hypotheek hypotek$ crypto$ cryptocurrency mikrokredit microfinance
      lending$ leasing$ apdrosinas kredituni factoring$ faktoring private_equity venture_capital курс_валют
      обменныи_пункт обмін_валют valutos_keit valutas_main valuuta lening$ leningen laenu$ insurance_broker
      insurance_agency loans_for personal_loan car_loan student_loan mortgage_broker mortgage_advis
      wealth_manager fund_manager asset_manager investment_advis retirement_planning ~portfolio_manag
      stock_broker brokerage$ trading_platform forex finanzdienstleist baufinanzier vermogensberat
      vermogensaufbau geldanlage altersvorsorge volksbank raiffeisenbank kreditvermittl courtier_en
      courtage$ courtier_d assurance_vie emprunteur$ rachat_de_credit mutuelle$ gestion_de_patrimoine
      epargne$ correduria_de_seguros hipoteca ahorro_e inversion$ inversiones$ asesoria_financiera
      agenzia_assicur polizze polizza mutui$ mutuo_casa prestiti$ finanziamenti$ consulenza_finanz
      broker_assicur risparmio_e corretora_de_seguros emprestimo consorcio$ investimentos$ seguradora
      seguros_de pensioenadvies kredieten sparen_en privatlan pensionsradgiv pensjon$ sparebank boliglan
      bankas realkredit pankki pankin rahoitus lainat$ laina$ sijoitus$ sijoituspalvel bank_spoldzielczy
      kredyt pozyczk finansow$ doradztwo_finans hypoteky hypoteka pujck poistky uver$ uvery$ uvery
      financni_sluzb financne_sluzb poistov hitel lakashitel megtakaritas befektetes credite$ credit_ipotec
      imprumut banca$ investitii$ страховые кредиты$ ипотек заим инвестиц вклады кредити страхуван іпотек
      позик осгпо банка$ δανεια επενδυ τραπεζ banka$ bankacilik kredi$ sigorta yatirim_fon 信用金庫
      保険代理店 ローン ~投資 ~資産運用 银行 保险 贷款 بنك تامين قروض تمويل استثمار ביטוח משכנתא בנק$ שקעות
      осигурувањ осигурањ osiguritelen осигурителни_компании осигурителните_компании osiguranj stambeni_kredit zavarovan posojil paskol taupym aizdevum kredits laen$ pank$ investeerim
      online_banking private_banking business_banking banking_services банковские_услуг банковское_обслуж
    `,
  ],
  [
    "Finance",
    "B2B",
    `
      payment_gateway payments$ payment_processing betallosning zahlungsl fintech invoicing$ credit_check
      kreditupplysning betaal$ 決済 stablecoin checkout_solution acquiring card_reader card_payments
      payment_terminal accept_payments payment_solution payment_platform payment_service online_payments
      zahlungsterminal zahlungsverkehr kartenzahlung paiement_en_ligne terminal_de_paiement
      solution_de_paiement pasarela_de_pago medios_de_pago datafono pagamenti_elettron pagamenti_online
      soluzioni_di_pagamento gateway_de_pagamento meios_de_pagamento maquininha betalningslosning
      kortterminal betalingslosning betalingsterminal maksupaate maksupalvel platnosci_online
      terminale_platnicz platebni_bran platobna_brana platebni_termin fizetesi_megold bankkartya_termin
      plati_online procesator_de_plati прием_платежеи платежн экваиринг платіжн екваиринг πληρωμων
      odeme_sistem sanal_pos 決済代行 决済端末 ~支付 결제_서비스 결제대행 بوابة_دفع مدفوعات סליקה
      mokejimo_sprend maksajumu$ maksetermin makselahend payouts$ remittance money_transfer geldtransfer
      invoice_financ
    `,
  ],
  [
    "Finance",
    "B2B",
    `
      revisorer revision$ revisionsfirma rekenskap accountantskantoor fiduciari treuhand consulenza_fiscale
      advies_belasting tilintarkast bieglych bokholder bogholder steuerberat buchhalt accountant
      accounting_firm bookkeep tax_return comptable expertise_comptable contabil asesoria_fiscal
      commercialista boekhoud administratiekantoor redovisning bokforing regnskap tilitoimisto kirjanpito
      ksiegow biuro_rachunkowe 税理士 会計事務所 konyvel wirtschaftspruf fiduciair ucetnic uctovnic konyvelo
      contabilitate λογιστ счетовод apskait raamatupidam knjigovod racunovod expert-comptable
      asesoria_contable contabilidade regnskabs revisor$ tenue_de_comptabilite konyveloiroda konyveles
      konyvelo$ adotanacs szamvitel mali_musavir muhasebe$ бухгалтерск аудитор 세무사 회계 רואה_חשבון
      ksiegowosc contabilidade$ escritorio_contabil λογιστικ contabilitate$ bokhallar ucetni$ bokhald
      conseiller_fiscal asesor_fiscal assistenza_fiscale belastingadvis skatteradgiv veroneuvon
      doradca_podatk danovy_porad danove_porad vergi_danisman налогов_консульт 税務 会計士 tax_advis
      tax_accountant tax_preparation boekhoudkantoor lonnsbyra kirjanpit palkanlaskenta konyvvizsg
      konyvszakert adoszakert adoszakerto ~penzugyi$ mokesciu_konsult buhalter gramatved nodoklu_konsult
      porezni_savjet porezno_savjet racunovodst knjigovodst davcno_svetov davcni_svetov данъчни_консулт
      данъчно_консулт φοροτεχν biegly_rewident audyt$ podvojne_uctovn ucetnictv uctovnictv fiscalist
      expertiza_contabil tilinpaato taloushallin palkkahallin regnskapsforer bogforing lonnskjoring
      бухгалтері податков_консульт steuerkanzlei steuererklar jahresabschluss lohnabrechnung lohnbuchh
      finanzbuchh steuerrecht declaration_fiscale commissaire_aux_comptes cabinet_comptable gestoria$
      nominas_y declaracion_de_la_renta asesoria_laboral contaduria contador$ contadores$
      dichiarazione_dei_redditi consulente_del_lavoro consulenti_del_lavoro buste_paga
      escritorio_de_contabil imposto_de_renda jaarrekening belastingaangifte belastingaangift salarisadmin
      financiele_administrat deklaration_och lopande_bokf bokslut$ loneadmin arsregnskab momsregnskab
      lonadmin bokforer arsregnskap skattemelding autorisert_regnskap veroilmoit palkanlask rozliczen_podat
      kadry_i_place doradztwo_podatk vedeni_ucetn danova_prizn danove_prizn danov$ mzdov vedenie_uctov
      berszamfej adobevall contabil_autoriz expert_contabil evidenta_contabil salarizare_si бухгалтер
      налоговая_отчетн отчетность$ налогов_учет звітність$ податков одит$ данъчн φορολογικ μισθοδοσ
      muhasebe_hizmet vergi_beyan muhasebeci 確定申告 記帳代行 相続税 公認会計士 会计 税务 代理记账 审计
      세무회계 기장대행 회계법인 محاسبة محاسب$ تدقيق_حسابات ضريب רואי_חשבון נהלת_חשבונות ייעוץ_מס porezno$
      apskaitos_paslaug finansu_apskait aastaaruan payroll_services payroll_service vat_returns tax_advisor
      chartered_account cpa_firm cpas$ tax_services auditors$
    `,
  ],
];
