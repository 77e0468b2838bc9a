/** Signs of how a company sells, whatever it does; words as in `branches.ts`. */

export const TYPE_SIGNS: Readonly<Record<string, string>> = {
  "SaaS": `
    free_trial start_free start_for_free sign_up_free get_started_free try_for_free pricing_plans per_user
    per_seat per_month$ book_a_demo request_a_demo get_a_demo kostenlos_testen essai_gratuit prueba_gratis
    prova_gratuita gratis_proberen prova_gratis gratis_provperiod kokeile_ilmaiseksi wyprobuj_za_darmo
    changelog$ status_page api_docs integrations$ 無料トライアル 無料て始める teste_gratis
    vyzkousejte_zdarma vyskusajte_zdarma probald_ki incercare_gratuita δωρεαν_δοκιμη безплатен_пробен
    signup$ sign_up$ changelog webhooks start_free_trial all_plans por_mes log_in$ sign_in$ ~login$
    plans_from per_employee start_your_trial free_plan no_credit_card cancel_anytime create_account
    create_your_account upgrade_to premium_plan tage_gratis_testen gratis_testen monatlich_kundbar
    demo_buchen demo_anfordern testversion anmelden_und kostenlos_starten essayez_sans essayer_gratuit
    sans_engagement creer_un_compte ~se_connecter$ demander_une_demo crear_cuenta ~iniciar_sesion
    prueba_gratuita pedir_demo solicitar_demo richiedi_una_demo ~registrati$ ~accedi$ criar_conta
    teste_gratuit experimente_gratis agendar_demo demo_aanvragen probeer_gratis gratis_account per_gebruiker
    proefperiode testa_gratis boka_demo skapa_konto prov_gratis gratis_prove opret_konto book_demo prov_demo
    prove_gratis opprett_konto kokeile_maksutta varaa_demo luo_tili bezplatny_okres wyprobuj$ zaloz_konto
    umow_demo zdarma_vyzkous vyzkousejte$ dni_zdarma zalozit_ucet ~prihlaseni$ demo_zdarma vyskusajte$
    ingyenes_proba kiprobal ingyenesen_kiprob ~bejelentkezes$ regisztralj incearca_gratuit cont_gratuit
    ~autentificare$ бесплатныи_период попробовать_бесплатно попробуите_бесплатно демо-верси ~тарифы$
    спробувати_безк безкоштовно_14 ~тарифи$ ~увіити$ пробваи_безплатно δοκιμαστε_δωρεαν δωρεαν_δοκιμ
    ucretsiz_dene ucretsiz_deneme ~giris_yap 資料請求 月額 初期費用 無料体験 無料フラン 免费试用 立即试用
    무료체험 요금제 무료_체험 تجربة_مجانية ابدا_مجان נסו_בחינם תחלת_ניסיון isprobajte_besplatno
    besplatna_proba preizkusite_brez isbandykite_nemokam isbandyk_nemokam izmegini_bez proovi_tasuta
    tasuta_prooviper
  `,
  "Agency": `
    our_clients our_work case_studies ~portfolio$ agency$ agentur$ agence$ agencia$ agenzia$ byra$
    reklambyra toimisto$ agencja$ unsere_projekte referenzen$ nos_realisations nos_clients nuestros_clientes
    nuestro_trabajo i_nostri_clienti onze_klanten vara_kunder asiakkaamme nasi_klienci full-service$
    制作実績 our_team_of_design agentur_fur digitalagentur agentura$ reklamebureau mainostoimisto
    digitoimisto agentie$ ugynokseg агентство$ агенция$ агенція$ ajansi$ ajans$ agentuur$ agenzia_di_com
    agence_de_com agence_web showreel 実績紹介 制作会社 作品案例 포트폴리오 اعمالنا
  `,
  "Non-profit": `
    donate$ donate_now donation volunteer$ charity$ registered_charity nonprofit non-profit gemeinnutzig
    e_v$ spenden$ mitglied_werden association_loi benevoles faire_un_don donar$ hazte_socio dona_ora
    sostienici doneer$ bli_medlem skank$ lahjoita liity_jaseneksi wesprzyj_nas 寄付 会員募集 組合員 ~charity
    fundraise make_a_donation become_a_member ~membership$ ~volunteer spende$ jetzt_spenden mitgliedschaft
    ~vorstand$ ~satzung$ *verein$ adherer adhesion$ adherez nos_benevoles
    conseil_d_administration_de_l_assoc hazte_voluntari donativo diventa_socio sostieni tesseramento 5x1000
    seja_voluntario doe$ faca_uma_doacao word_lid lid_worden doneren$ steun_ons vrijwilliger_worden
    stotta_oss ~styrelsen$ medlemsavgift medlemskab bliv_medlem ~bestyrelsen$ stot_os ~styret$ medlemskap
    gi_en_gave tue_toimint jasenmaksu ~hallitus$ zostan_czlonkiem darowizn statut$ zarzad_stowarz
    asociatia_de donatii$ committee_members
    stante_se_clenem prispejte podporte_nas prispevok$ vyborova_sch csatlakozz doneaza$ devino_membru
    redirectioneaza пожертвовать стать_волонтером помочь_фонду пожертвувати стати_волонтер підтримати_нас
    дарете$ станете_член υποστηριξτε γινε_μελος δωρεα$ bagis_yap uye_ol_derne こ寄付 入会案内 捐款 捐赠
    志愿者 후원하기 회원가입_후원 تبرع_الان تطوع תרמו צטרפו_לעמותה postani_clan clanarina donirajte
    tapk_nariu ziedot$ klut_par_biedr liikmemaks toeta_meid ~org$ foundation$
  `,
  "Government": `
    city_council stadtverwaltung rathaus mairie$ ayuntamiento gemeente$ kommunfullmakt kommunens
    kaupungin_palvelut urzad_miasta urzad_gminy 市役所 ministry_of ministerium fylkeskommune region$
    amministrazione_trasparente invanare council_tax ~councillors council_meetings ~residents$ gemeinderat
    burgermeister burgerinnen bekanntmachung conseil_municipal demarches$ etat_civil sede_electronica
    padron$ albo_pretorio ufficio_tributi camara_municipal balcao$ burgemeester kommunfull e-tjanster_och
    kommunalbest borgerservice kommunestyre fylkeskommun kunnanvaltuusto kaupunginvaltuusto urzad$ bip$
    rada_gminy uredni_deska zastupitelstv uradna_tabula onkormanyzat polgarmester kepviselo consiliul_local
    hotarari$ администрация_муницип местного_самоуправ сільськоі_ради міськоі_ради ~громади$ общински_съвет
    δημοτικο_συμβ belediye_meclis 町民 市民の皆 政务 خدمات_حكومية מועצת_העיר gradsko_vijece obcinski_svet
    savivaldybes_taryb domes_sede vallavolikogu gov$ gouv$ gob$
  `,
  "E-commerce": `
    add_to_cart in_den_warenkorb warenkorb$ ajouter_au_panier panier$ anadir_al_carrito carrito$
    aggiungi_al_carrello carrello$ winkelwagen varukorg kundvagn handlekurv indkobskurv ostoskori koszyk$
    カートに入れる ショッヒンクカート free_shipping versandkostenfrei livraison_gratuite envio_gratis
    spedizione_gratuita gratis_verzending fri_frakt ilmainen_toimitus shopping_cart your_cart checkout$
    my_basket shop_all free_delivery add_to_bag ~returns$ online_bestellen versandkosten mon_panier
    paiement_securise anadir_a_la_cesta mi_carrito envios_y_devol ~carrinho$ frete_gratis winkelmand
    ~bestellen$ retourneren indkobsvogn handlevogn toimitusehdot darmowa_dostaw do_koszyka kosik$ do_kosiku
    do_kosika doprava_a_platba kosarba$ kosar$ cosul$ adauga_in_cos ~livrare_rapida корзина$ в_корзину
    доставка_и_оплата оплата_и_доставк кошик$ доставка_по_украін количка$ καλαθι$ sepete$ sepetim
    ucretsiz_kargo カート 送料無料 購入手続 购物车 장바구니 무료배송 سلة_تسوق אגלת_קניות עגלת_קניות
    kosarica$ u_kosaricu krepselis$ grozs$ ostukorv$ loja_online
  `,
  "Marketplace": `
    marketplace marktplatz place_de_marche become_a_seller sell_on buyers_and_sellers list_your$ ~vendors$
    verkaufer_werden sell_an_item sell_your browse_listings become_a_host become_a_vendor sellers_nearby
    marketplace_for online_marketplace freelance_market connecting_buyers buy_and_sell verified_suppliers ~listings$ ~sellers$ auftrag_einstellen als_anbieter_registr
    inserat_aufgeben kleinanzeigen anbieter_finden entre_particuliers deposer_une_annonce petites_annonces
    proposez_le_votre devenir_vendeur publica_tu_anuncio anuncios_clasificados compra_y_vende vende_tu
    segunda_mano_entre annunci_gratuiti pubblica_annuncio vendi_i_tuoi diventa_venditore anuncios_gratis
    anuncie$ venda_o_seu plaats_advertentie vraag_en_aanbod verkoper_worden kop_och_salj lagg_upp_annons
    salj_dina kob_og_salg opret_annonce kjop_og_salg legg_ut_annonse osta_ja_myy jata_ilmoitus
    dodaj_ogloszenie ogloszenia$ kup_i_sprzedaj pridat_inzerat bazar$ inzerce inzercia hirdetesfelad
    apro_hirdet adauga_anunt anunturi_gratuite подать_объявлен объявления$ маркетплеис подати_оголош
    оголошення$ обяви$ добави_обява αγγελιες ilan_ver ilanlar$ pazaryeri フリマ 出品 出店者募集 二手 入驻
    중고거래 판매자_입점 اعلانات_مبوبة اضف_اعلان לוח_מודעות oglasi$ predaj_oglas dodaj_oglas skelbimai
    idek_skelbim sludinajumi kuulutused lisa_kuulutus
  `,
  "B2C": `
    private_customers privatkund particuliers$ particulares$ privati$ particulier$ privatpersoner
    privatkunder yksityisasia kuluttaj klienci_indywidualni 個人のお客様 opening_hours offnungszeiten
    oppettider apningstider aukioloajat horaires$ orari$ openingstijden godziny_otwarcia 営業時間 book_now
    jetzt_buchen buchen$ reserver$ reservar$ prenota$ boka$ varaa$ zarezerwuj your_family your_home
    homeowner kinder$ kids$ familie$ famille$ familia$ famiglia familj perhe gaste$ guests$
    termin_vereinbaren prendre_rendez-vous pedir_cita gift_card gutschein visitors$ visit_us homes$
    homeowners$ members$ check-in$ reservations$ donate$ otviraci_doba otvaracie_hodiny nyitvatartas
    program_de_lucru ωραριο работно_време darbo_laikas avatud$ radno_vrijeme delovni_cas rezervace rezervac
    foglalas rezervari κρατησ резервац broneer pokoj pacient marcac marcar_consulta terrasse private$
    privat$ alle_kassen rodinn csalad orari_di_apertura horario_de_atencion horario_de_apertura
    horario_de_funcionamento horarios$ abierto$ часы_работы время_работы режим_работы график_работы
    години_роботи графік_роботи calisma_saatleri calisma_saat 定休日 こ予約 営業日 영업시간 geoffnet$
    avoinna$ oteviraci doba_otevreni fiziniams_asmen eraklien частным_лицам физическим_лицам
    приватним_особам maganszemely persoane_fizice lahtiolekuaj darba_laiks fyzicke_osoby fizickim_osobam
    book_a_table book_an_appointment book_your_appointment families$ ~family_friendly walk-ins ~children$
    ~parents$ patients$ new_patients our_members open_daily open_tuesday open_monday gift_voucher gift_cards
    ihr_zuhause familien$ sprechzeiten sprechstunde$ jetzt_termin termin_online tisch_reservieren
    speisekarte$ anfahrt_und fur_kinder fur_gross_und_klein rdv$ rendez-vous_en_ligne reserver_une
    nos_horaires horaires_d_ouverture carte_cadeau ~enfants$ chez_vous$ cita_previa reserva_tu reservas$
    ~ninos$ horario$ para_tu_hogar prenota_ora prenota_un ~bambini$ per_la_tua_casa marque_a_sua ~criancas$
    agende_sua afspraak_maken maak_een_afspraak ~kinderen$ gezin$ openingsuren boka_tid ~barn$ hemma_hos
    boka_bord bestil_tid bestil_bord bestill_time bestill_bord varaa_aika varaa_poyta ~lapset$ lapsille
    kotiin$ umow_wizyte dla_dzieci godziny_otw dla_domu objednat_se objednejte_se pro_deti rezervujte
    otevreno$ objednat_sa pre_deti ~gyerek$ gyermek$ bejelentkez_idop idopontfoglal asztalfogl programare$
    programari$ ~copii$ pentru_copii записаться_на запись_на_прием для_детеи забронировать для_дому
    запис_на_прииом для_дітеи забронювати запази_час за_деца резервираи ραντεβου παιδια$ για_το_σπιτι
    randevu$ randevu_al cocuklar rezervasyon こ来店 お子様 こ家族 初めての方 こ予約$ 营业时间 预约 孩子
    어린이 오시는_길 احجز_موعد اطفال عايلة קביעת_תור לילדים משפחה שעות_פתיחה rezervirajte naruci_se za_djecu
    ~djeca$ narocite_se za_otroke ~otroci$ registracija_vizit vaikams uzsiregistruok pierakst berniem$
    broneeri_aeg lastele peredele
  `,
  "B2B": `
    b2b$ enterprise$ enterprises$ ~businesses$ ~companies$ ~clients$ wholesale gewerbekund geschaftskund
    firmenkund ~unternehmen$ entreprises$ professionnels$ empresas$ aziende$ imprese$ bedrijven$ zakelijk
    ~foretag$ foretagskund bedrifter$ virksomheder yrityksille yritykset firm$ dla_firm 企業 法人 お客様企業
    industrial$ suppliers$ distributors$ grosshand grossist tukku oem$ your_team teams$ your_business
    ~solutions$ bedriftskunder firmy$ cegek$ companii$ επιχειρησ фирми$ imonems ettevot pme$ pymes$
    autonomos$ pmes$ empreendedor industriekund maschinenbau suppliers clients_include buyers$ retailers$
    manufacturers$ contractors$ 量産 試作 yrityst yrittajia firemni_zakazn firemni_klient firemnych_klient
    pre_firmy pro_firmy vallalatok cegeknek cegek_reszere klienci_biznesowi dla_biznesu pentru_firme
    pentru_companii juridiniams_asmen juridiskam_person verslo_klient verslui$ ettevotetele$ ariklien
    poslovni_korisni для_бизнеса для_компании для_организации юридическим_лицам корпоративным_клиент
    для_бізнесу юридичним_особам за_бизнеса yritysasia taloyhtioille industriels$ erhverv$ erhvervskund
    naeringsliv bedriftsmarked naringsliv trade_customers ~supply_chain ~procurement for_business
    for_businesses for_companies for_teams for_organisations for_organizations your_company
    your_organisation your_organization request_a_quote ~iso_9001 ~capabilities ~industries$ ~case_studies$
    ~white_label fur_unternehmen fur_firmen mittelstand$ ~branchen$ ~industrie$ betriebe$ mandanten$
    ihr_unternehmen dirigeants$ pour_l_industrie vos_equipes votre_entreprise para_empresas industria$
    tu_empresa su_empresa para_tu_negocio per_le_aziende per_aziende conto_terzi settori$ per_la_tua_azienda
    para_sua_empresa para_o_seu_negocio sua_empresa voor_bedrijven voor_ondernemers mkb$ uw_bedrijf
    uw_organisatie opdrachtgevers$ for_foretag for_verksamheter ert_foretag ~industrin$ bolag$ ~kommuner_och
    for_virksomheder din_virksomhed ~industrien$ for_bedrifter din_bedrift teollisuu$ teollisuudel
    yrityksesi dla_przemyslu przedsiebiorstw twojej_firmie pro_prumysl firmam$ vasi_firme priemysel
    vallalkozas$ vallalkozasok kis-_es_kozepvall ipari$ cegek_szamara pentru_afaceri firme$ companiilor
    для_промышленн предприяти компаниям для_предприят корпоративн_клиент для_підприємств підприємствам
    корпоративн_клієнт за_фирми за_бизнес για_επιχειρησεις βιομηχανια$ isletmeniz isletmeler firmalar$
    kurumsal_cozum 法人様 企業様 事業者様 お取引 中小企業 企业客户 企业$ 为企业 기업용 고객사 للشركات شركات$
    לעסקים חברות$ za_tvrtke za_poduzeca tvrtkama poslovni_korisnik za_podjetja podjetjem poslovne_stran
    imoniu$ uznemumiem
  `,
};
