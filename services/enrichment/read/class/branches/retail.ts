/** Shops, what they sell, and who sells to them; shops on the web. */
import type { Branch } from "./branch.ts";

export const RETAIL: readonly Branch[] = [
  [
    "Retail",
    "B2C",
    `
      ~store$ ~stores$ ~shop$ boutique$ boutiques$ showroom ~retail fachgeschaft *geschaft$ laden$
      ladengeschaft magasin$ tienda$ negozio$ winkel$ butik$ butikk kauppa$ myymala sklep$ 店舗 販売店
      gift_shop gifts$ handmade$ gallery$ jewel juwelier schmuck bijouter joyeria gioielleri guldsmed
      kultasepp jubiler antique antiquit florist blumen$ fleurist bloemen blomster kukka kwiaciarni 花屋
      bookshop buchhandl librairie obchod$ prodejna predajna uzlet$ bolt$ magazin$ καταστημα магазин
      parduotuv kauplus$ trgovin loja$ lojas$ strikkegarn garn$ magaza$ magazamiz nalburiye kirtasiye
      ~market$ магазин$ 매장 상점 prodejna$ καταστημα$ חנות$ artikuly_biurow materialy_eksploatacyjn
      hirdavat$ jardinerie$ *winkel$ *butik$ *butiken$ *butikken$ *kauppa$ *myymala$ *szakuzlet$ magazasi$
      dukkani$ bookstore bookseller libreria$ librerie livraria$ boekhandel bokhandel boghandel kirjakaup
      ksiegarni knihkupect konyvesbolt βιβλιοπωλ книжныи_магаз книгарн kitabevi 書店 goldschmied goudsmid
      goldsmith zlotni zlatnic klenot ekszer bijuteri κοσμηματ ювелир ювелір kuyumcu 宝石 uhrmacher uhren$
      horloger relojeria orologeri horloges$ urmakar urmager kelloliik kelloseppa zegarmistrz hodinar saatci
      時計店 watchmak florarie kvetinar viragbolt viragkot ανθοπωλ квіти$ цветы$ цветоч cicekci fiorist
      fiori$ bloemist floristik floriste gartencenter garden_cent tuincentrum havecenter planteskole
      plantskola pepinier viveros$ vivero$ vivai$ vivaio$ baumschule plantecenter 園芸 nursery_plants
      ferreteria ferramenta$ quincaillerie eisenwaren ijzerwaren jarnhandel isenkram rautakaup zelezarst
      vasedeny χρωματοπωλ хозтовар 金物 byggmarknad byggemarked bouwmarkt baumarkt hardware_store
      second_hand secondhand second-hand antiquar antikvar antiek$ brocante loppis genbrugs kirpputor trodel
      mercatino segunda_mano antika antikvit anticari антиквар 古着 リサイクルショッフ parfumeri perfumeri
      profumeri parfymeri парфюм drogerie$ drogist drogerija souvenir$ souvenirs$ geschenke$ cadeaux$
      regalos$ cadeaus$ darky$ ajandekbolt papeterie$ papeleria cartoleria papelaria schreibwaren papirnic
      канцтовар 文具 veikals$ veikala$ pood$ poed$ *pood$ geliu_parduotuv geliu_salon ziedu_veikal lillepood
      lilled$ cvjecarn cvetlicarn cvecar квіткар gazdabolt elektrospotreb elektro_spotreb galanteri
      galanterie zdrava_vyziva zdrave_vyzivy prekyba$ statybinemis_medz statybines_medz sporta_precu
      sporto_prek zverimex krmiva$ chovatelske_potreb ~open_tuesday ~our_shop ~visit_our_shop fachhandel
      einzelhandel ~sortiment$ ~marken$ magasin_de commerce_de_detail droguerie$ depot-vente tienda_de
      tiendas$ comercio_de negozio_di negozi$ punto_vendita ferramenta rivenditore$ loja_de drogaria$
      winkels$ onze_winkel speciaalzaak butiken butiker forretning_med forretninga liike$ *liike$ sklepy$
      sklep_z hurtownia$ prodejny prodejen predajne obchod_s$ obchod_so uzletunk szakuzlet aruhaz
      ассортимент$ крамниц асортимент$ магазини_за магазин_за ειδη$ magaza dukkan 専門店 ショッフ
      取扱メーカー 商店 专卖店 门店 판매점 متجر محل$ معرض חנות חנויות prodavaonic prodavnic ducan$ veikali
      veikalu kauplus wool_shop yarn$ ~yarn haberdasher bicycle_shop bike_shop e-bikes$ fahrrader
      fahrradladen zweirad radsport velos$ magasin_de_velos vente_de_velos bicicletas$ tienda_de_bicis
      negozio_bici biciclette$ fietsenwinkel fietsen$ cykelbutik cykelhandler cykelaffar cyklar$
      sykkelbutikk pyoraliike polkupyora sklep_rowerow rowery$ prodej_kol jizdni_kola predaj_bicykl
      kerekparbolt kerekparuzlet biciclete$ велосипеды велосипеди ποδηλατα bisiklet$ 自転車店 自転車 自行车
      자전거 دراجات אופניים bicikl$ kolesarsk dviraci velosiped jalgratta
    `,
  ],
  [
    "Retail",
    "B2C",
    `
      cars_for_sale car_sales auto_sales new_and_used used_vehicles vehicles_for_sale pre-owned luxury_cars
      ~dealership dealer_of_all seminuevos autos_usados concesionaria mobil_bekas skincare skin_care
      cosmetics$ beauty_products hair_care
      car_dealer dealership used_cars autohaus gebrauchtwagen neuwagen concessionnaire vehicules_d_occasion
      concesionario coches_de_ocasion concessionaria auto_usate autobedrijf begagnade_bilar bilhandlare
      bruktbil bilforhandler vaihtoauto autoliike samochody_uzywane salon_samochod 中古車 motorcycles$
      motorrad fietsen fahrrad$ bike_shop vape$ vapes$ vending automaten$ furniture mobel$ mobelhaus muebles
      mobili$ arredament meubel meubles$ huonekalu meble$ 家具 optiker opticien optica$ eyewear brillen
      supermark grocer feinkost metzger fleischerei bouche charcuter carnicer macelleri slagerij carnes$ meats$ cortes_de_carne
      fresh_meat clothing
      fashion kleidung$ vetements ropa$ abbigliament kleding klader automobilist concessionari autosalon
      oto_galeri автосалон autokereskedes stand_de_automoveis carros_usados vente_de_bateaux bateaux$
      jizdni_kola rowery$ kerekpar$ polkupyor bisiklet auto_nuove auto_parts car_parts autoteile
      auto-onderdelen autoonderdelen onderdelen_voor pieces_auto pieces_detachees ricambi$ recambios$
      repuestos$ bildelar$ bildele$ varaosat varaosia czesci_samochod autodily nahradni_dily autoalkatresz
      piese_auto автозапчаст запчаст yedek_parca カー用品 tyres$ tires$ reifenhandel pneus$ pneumatici$
      neumaticos$ bandencentrale autobanden dackverkstad renkaat$ opony$ pneumatiky$ gumiabroncs anvelope$
      шины$ タイヤ spielzeug jouets$ juguetes$ giocattoli$ speelgoed leksaker lelut$ zabawki$ hracky$
      jucarii$ игрушк おもちゃ zoohandlung tiernahrung animalerie$ dierenwinkel zoologiczn autohandel
      autohandler bilhandel bilforsalj autokauppa autokomis autobazar hasznaltauto wohnmobil wohnwagen
      camping-car camping-cars autocaravan motorhome husvagn husbil autocamper campingvogn bobil
      matkailuauto lakoauto bootshandel batforsalj veneliike bikes$ bicycle_shop bike_store cykelhandler
      cykelbutik cykelservice pyorahuolto pyoraliike cykloservis веломагаз 自転車 motociclette motocykl
      motocicletas optik$ optika$ optyk ottica$ ottico$ otica$ optikko optometr augenoptik gozluk οπτικα$
      оптика$ メカネ 眼鏡 horgerat hoortoestel audioprothes apparecchi_acustici horapparat horeapparat
      kuulolait hearing_aid 補聴器 talho$ slagter$ slagteren slakteri reznictvi hentes$ hentesaru macelarie
      κρεοπωλ мясн kasap$ lihatila masarni wedlin butcher poissonneri pescheri peixari pescaderi vishandel
      fiskhandel fiskehandel kalakaup fischhandel weinhandel weinhandlung vinotek vinothek enoteca
      wijnhandel slijterij liquor_store wine_shop wine_merchant caviste vinhandel delikatess delicatess
      gourmet_shop bioladen reformhaus supermarche supermercado supermercato супермаркет lahikaup epicerie
      epiceri potraviny$ getrankemarkt getrankehandel shoes$ schuhe$ schuhhaus chaussures zapateri zapatos
      calzatur scarpe$ schoenen$ skobutik kengat obuwi obuv$ cipok cipobolt incaltaminte παπουτσ обувь$
      обуви$ взуття ayakkabi 靴 vaatekaup odziez odevy obleceni ruhazat imbracaminte ρουχα одежд одяг giyim$
      衣料 bridal brautmode robes_de_mari vestidos_de_novia abiti_da_sposa bruidsmode brudklan brudekjol
      sukni_slubn svatebni_saty menyasszon sportgeschaft sporthaus articulos_deportivos articoli_sportivi
      urheiluliik butorok butorbolt mobler$ επιπλα mobilier$ меблі мебели carpets$ teppiche tappeti$
      alfombras tapijt mattor$ taepper matot$ dywany koberce szonyeg covoare ковры hali$ fliesenhandel
      carrelages azulejos piastrelle tegels$ kakel$ laatat$ plytki$ obklady_a csempe gresie kuchenstudio
      kuchenhaus cuisiniste keukens$ cucine$ koksinredning kokkener keittiot konyhabutor mutfak$
      raamdecoratie gardiner$ jaloezie persienn zaluzi$ rolety$ redony$ жалюзі жалюзи store_banne
      verlichting belysning$ valaisin haushaltsgerat electromenager electrodomestic elettrodomestic witgoed
      hvidevar vitvaror kodinkone agd$ haztartasi_gep electrocasnic бытовая_техник beyaz_esya 家電 musikhaus
      instrumentos_musicales strumenti_musicali instruments_de_musique musical_instrument hifi$ mobiltelefon
      mobile_phones tabak$ tabakwaren tabac$ kaminofen kamine$ poeles$ stufe$ braendeovn ~mode$ ~occasions$
      tierbedarf futtermittel autoricambi ricambi_auto sanitarhandel sanitarfach fliesen$ yapi_market
      opticians otticа$ optikk$ silmalas okulary ocni_optik okuliare ocna_optika szemuveg ochelari$
      optica_medic очки$ окуляри очила$ γυαλια 眼镜 نظارات משקפיים ocala$ akiniai optika prillid$ brilles$
      watches$ jeweller goldschmied bijouterie joyeria gioielleria joalharia juwelier guldsmed guldsmid
      kultaseppa jubiler klenotnic ekszer bijuterii$ ювелирн ювелірн бижутер κοσμηματ kuyumcu mucevher 宝石
      貴金属 珠宝 주얼리 مجوهرات תכשיטים zlatarna zlatar$ juvelyr juvelier$ matratzen betten$ matelas
      literie colchones$ colchoneria materassi colchoes matrassen slaap$ slaapcentrum beddengoed sangar$
      madrasser$ senge_og senger$ patjat sangyt$ lozka$ materace$ materac postele matrace$ matracok agyak$
      saltele paturi$ матрасы матраци στρωματα yatak$ 寝具 床垫 매트리스 مراتب מזרנים madraci lezisca
      ciuziniai matraci madratsid tile_shop flooring$ bodenbel revetements_de_sol suelos$ pavimenti_e
      vloeren$ golv$ gulve$ gulv$ lattiat podlahy podlahov padlo$ parchet$ напольн_покрыт підлогов настилки
      δαπεδα parke$ 床材 地板 tools$ werkzeuge$ outillage$ herramientas$ utensili$ ferramentas$ gereedschap
      verktyg$ vaerktoj verktoy$ tyokalut narzedzia$ naradi$ naradie szerszam$ szerszamok unelte$
      инструменты$ інструменти$ инструменти$ εργαλεια$ hirdavat 工具 hardware_store eisenwaren zelezarstvi
      zeleziarstvo vasbolt vaskereskedes rautakauppa isenkram jernvarehand jarnhandel ijzerwaren
      artykuly_zelazne tooriistad garden_centre gartencenter jardinerie$ vivero$ viveros garden$ vivai$
      tuincentrum handelstradgard havecenter hagesenter puutarhamyym centrum_ogrod zahradnictvi zahradnictvo
      kerteszet faiskola pepinier питомник_раст садовыи_центр садовии_центр градински_център φυτωρι fidanlik
      園芸 花木 조경수 rasadnik vrtnarij vrtni_center medelynas stadaudzet puukool aiand fishing_tackle
      angelsport articles_de_peche articulos_de_pesca articoli_pesca hengelsport fiskeutstyr fisketillbehor
      kalastustarv wedkarsk rybarsk horgasz articole_pescuit рыболовн рибальськ риболовн ειδη_αλιειας
      balik_malzem 釣具 釣り具 渔具 florist fiorista bloemist blomsterhandel blomsterbutik blomster$
      kukkakauppa kwiaciarni kvetinarstvi kvetinarstvo viragbolt viraguzlet florarie цветочн_магаз цветы$
      букеты квіти$ букети цветарск цветя$ ανθοπωλ cicekci cicek$ 花屋 花店 ورود זרי_פרחים cvjecarn
      cvetlicarn geliu$ ziedu$ lillepood lilled$ furniture_store mobelgeschaft magasin_de_meuble
      tienda_de_muebles loja_de_moveis moveis$ mobelbutik salon_mebl nabytek$ nabytku$ nabytok$ butor$
      butoruzlet mobila$ мебель$ салон_мебел mobilya$ 家具店 가구점 مفروشات اثاث רהיטים namjestaj$ pohistvo$
      baldai$ mebeles$ moobel$ mooblipood bookshop buchhandlung librairie libreria$ librerie livraria$
      boekhandel bokhandel boghandel kirjakauppa ksiegarnia knihkupect kniznic konyvesbolt librarie$ книжн
      книгарн книжарниц βιβλιοπωλ kitabevi kitapci 書店 书店 مكتبة ספרים knjizara knjigarna knygynas
      gramatnica raamatupood slagter kjottforret lihakauppa masiarstvo hentes husbolt мясная_лавка м_яснии
      месарница 精肉店 肉店 정육점 ملحمة אטליז mesnica mesnic mesine$ galas_veik lihapood
    `,
  ],
  [
    "Retail",
    "B2B",
    `
      coffee_export green_beans agro_export commodities$ general_trading building_materials exporter$
      exporter_of
      wholesale grosshandel grossiste mayorista grossista groothandel grossist tukkukauppa hurtowni 卸売
      代理店 商社 distributor$ distributors$ importer$ import-export trading_company office_supplies
      office_equipment 複合機 コヒー機 オフィス用品 velkoobchod nagykeresked angro χονδρικ търговия_на_едро
      didmen hulgi veleprodaj atacado toptan$ dagitim$ bayiligi distributoru оптов$ оптовая hurtownia$
      atacadista 도매 批发 dostaw_rurociag forklift gabelstapler stapler$ chariots_elevateurs
      chariot_elevateur carrelli_elevatori carretillas heftruck gaffeltruck trukit trukki wozki_widlow
      vysokozdvizn targonca stivuitoare погрузчик フォークリフト baustoffhandel baustoffe$
      materiaux_de_construction materiales_de_construccion materiali_edili materiali_per_edilizia
      bouwmaterial byggvaror byggevarer rakennustarvik materialy_budowlane materialow_budowlan materialow_dachow stavebniny stavebni_material
      epitoanyag materiale_de_constructii строиматериал будматеріал yapi_malzeme 建材 landmaschin
      agricultural_machinery tractors$ traktor$ traktory traktoren tracteurs materiel_agricole
      macchine_agricole maquinaria_agricola landbouwmachin lantbruksmaskin landbrugsmaskin maatalouskon
      maszyny_roln zemedelska_tech mezogazdasagi_gep utilaje_agricole сельхозтехник baumaschin
      construction_machinery bouwmachin byggmaskin macchine_edili maquinaria_de_construc сільгосптовар
      гуртов engros$ engroshandel velkoobchodni nagyker$ ユニフォーム 作業服 arbeitskleid berufsbekleid
      workwear$ vetements_de_travail vetements_professionn ropa_de_trabajo ropa_laboral
      abbigliamento_da_lavoro abiti_da_lavoro werkkleding bedrijfskleding arbetsklader arbejdstoj
      arbeidsklaer tyovaat odziez_robocz pracovni_odev pracovne_odev munkaruha echipamente_de_lucru
      спецодежд спецодяг работно_облек toorivad darbo_drabuz darba_apgerb radna_odjec importers$ exporters$
      ~suppliers_of ~distributor_of trade_supplies cash_and_carry import_export b2b-shop fachgrosshand
      importeur$ negoce$ fournisseur_de distribuidor$ distribuidores_de proveedor_de importacion$
      all_ingrosso ingrosso$ distributore$ fornitore_di distribuidora$ atacadist revenda_de toeleverancier
      partihandel agentur_for leverantor_av importor forhandler$ leverandor_af leverandor_av maahantuoj
      tukkuliike edustamme dystrybutor zaopatrz dovozce dovozca forgalmazo distribuitor importator en-gros
      оптов дистрибьютор поставщик импортер постачальник імпортер дистриб_ютор вносител дистрибутор
      εισαγωγες$ αντιπροσωπ toptan ithalat ihracat 輸入販売 商事 貿易 卸売業 进出口 代理商 경销
      استيراد_وتصدير توزيع$ موزع تجارة_جملة יבוא סיטונא uvoznik zastupnik_za uvoz_in distribucija$
      importuotoj tiekejas vairumtirdz importetaj izplatitaj maaletooja edasimuuja
    `,
  ],
  [
    "E-commerce",
    "E-commerce",
    `
      e-commerce_brand e-commerce_group ecommerce_brand ecommerce_group consumer_brands own_brands
      online_shop onlineshop webshop online_store ~add_to_cart ~in_den_warenkorb ~ajouter_au_panier
      boutique_en_ligne tienda_online ~anadir_al_carrito negozio_online ~aggiungi_al_carrello
      ~in_winkelwagen natbutik nettbutikk e-handel verkkokauppa ~lisaa_ostoskoriin sklep_internetowy
      ~dodaj_do_koszyka 通販 ネットショッフ ~カートに ~free_shipping ~versandkostenfrei loja_online webshop$
      e-shop eshop internetovy_obchod webaruhaz magazin_online ηλεκτρονικο_καταστημα онлаин_магазин
      el_parduotuv e-pood spletna_trgovin ~do_kosiku ~do_kosika ~kosarba ~adauga_in_cos ~lae_i_kurv
      ~laeg_i_kurv ~cart$ ~panier$ ~indkobskurv ~handlekurv ~warenkorb ~varukorg fri_fragt doprava_zdarma
      livraison_offerte best_sellers powered_by_shopify drevet_af_shopify ~winkelwagen ~ostoskori ~koszyk$
      ~carrito ~carrello ~kosik$ ~kundvagn internetovym_obchod kosik$ do_kosiku 장바구니 통신판매업 쇼핑몰
      интернет-магазин интернет_магазин корзина$ sepete_ekle alisveris kosarba cos_de_cumparaturi carrinho$
      adicionar_ao_carrinho סל_קניות καλαθι online-obchod on-line_obchod skladem$ skladom$ gratis_verzending
      gratis_fragt ilmainen_toimitus nettikaup в_корзину у_кошик doprava_zadarmo darmowa_dostawa
      ingyenes_szallit transport_gratuit бесплатная_доставк безкоштовна_доставк безплатна_достав
      nemokamas_pristat ~krepselis e-parduotuv interneto_parduot interneta_veikal e-veikal veebipood
      ~ostukorv internetska_trgov ~kosarica$ 送料無料 ~verzendkosten ~herroepingsrecht ~angrerett
      ~widerrufsrecht ~droit_de_retractation ~derecho_de_desistim ~diritto_di_recesso ~angerratt
      ~fortrydelsesret ~peruutusoik ~odstapienia_od_umowy ~odstoupeni_od_smlouv ~odstupeni_od_zmluv
      ~elallasi_jog ~dreptul_de_retrag ~taganemisoig add_to_basket shop_all shop_now ~new_in$ free_delivery
      free_uk_delivery free_returns returns_policy ~returns$ order_online buy_online next-day_delivery
      track_your_order my_basket ~my_account subscription_box in_den_korb ~mein_konto jetzt_kaufen
      online_bestellen nach_hause_bestellen versandkosten zahlungsarten onlinehandel online-shop
      internetshop mon_panier ~mon_compte livres_chez_vous livre_chez_vous paiement_securise
      livraison_gratuite vente_en_ligne achat_en_ligne site_marchand envio_gratis envios_y_devol ~mi_cuenta
      comprar_online compra_online anadir_a_la_cesta cesta$ pago_seguro tienda_virtual spedite_in
      spedizione_gratuit spedizioni_in ~il_mio_account acquista_online vendita_online shop_online resi_e
      pagamenti_sicuri ~minha_conta meu_carrinho envio_gratuito portes_gratis compre_online loja_virtual
      entregas_em frete_gratis winkelmand bestel_online ~mijn_account gratis_verzonden morgen_in_huis
      retourneren$ ~verzending$ kopvillkor ~mina_sidor pa_natet handla_online snabb_leverans lagg_i_varukorg
      webbutik ~min_konto hurtig_levering kob_online handelsbetingelser indkobsvogn kjop_online ~handlevogn
      verkkokaupasta ~toimitusehdot ~palautukset tilaa_verkosta ~moje_konto ~zwroty$ dodaj_do_kosz
      kup_online sklep_online zakupy_online ~koszyka$ ~dostawa_i_platnosc doprava_a_platba ~muj_ucet
      nakupni_kosik pridat_do_kosik vratky reklamace_a_vrac na_eshop ~moj_ucet nakupny_kosik kosarba_tesz
      ~fiokom online_vasarl ingyenes_kiszall ~cosul_meu adauga_in_cos ~contul_meu ~livrare_rapida
      livrare_gratuita retur_gratuit magazinul_online доставка_по_всеи_росс доставка_по_росс в_корзин
      ~личныи_кабинет оплата_и_доставк интернет-магаз ~доставка_и_оплат до_кошика кошик$ доставка_по_украин
      доставка_по_украін інтернет-магазин інтернет_магазин количка$ добави_в_колич безплатна_доставк
      ~моят_профил προσθηκη_στο_καλαθι καλαθι$ δωρεαν_μεταφορ ηλεκτρονικο_κατ sepetim ~hesabim
      ucretsiz_kargo hizli_kargo online_alisver online_satis オンラインストア オンラインショッフ 通販サイト
      全国送料無料 ショッヒンクカート 购物车 网上商城 包邮 무료배송 온라인몰 اضف_الى_سلة سلة_تسوق
      متجر_كتروني توصيل_مجاني חנות_אונליין משלוח_חינם dodaj_u_kosaric web_shop webtrgovina besplatna_dostav
      spletna_trgov dodaj_v_kosarico brezplacna_dostav i_krepseli pristatymas$ elektronine_parduot
      ielikt_groza ~grozs$ bezmaksas_piegad lisa_ostukorv tasuta_tarne tasuta_transport sellers_nearby
      buy_and_sell become_a_seller the_marketplace online_marketplace b2b_marketplace marktplatz_fur
      place_de_marche pazaryeri marketplace_for
    `,
  ],
];
