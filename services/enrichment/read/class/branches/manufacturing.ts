/** What is made in works and workshops. */
import type { Branch } from "./branch.ts";

export const MANUFACTURING: readonly Branch[] = [
  [
    "Manufacturing",
    "B2B",
    `
      bao_bi san_xuat nha_may ~nhua$ pabrik produsen kusen$ konveksi ~produksi$ drukarni tipografia imprimerie druckerei trykkeri tryckeri painotalo drukkerij tiskarna tlaciaren
      nyomda imprenta pellett leather_goods lederwaren maroquinerie marroquiner fustell die-cutting
      stampa_3d 3d-druck 3d_printing handicraft manufactur factory$ factories$ ~industrial maschinenbau
      anlagenbau hersteller$ ~herstellung fertigung$ produktionsanlag *werkzeugbau usine$ fabricant
      fabrication_de fabricante fabrica$ produzione$ produttore azienda_produttrice fabrikant
      productiebedrijf tillverk produsent valmista$ valmistus valmistaja konepaja produkcja$ producent 製造
      工場 メーカー 金属加工 部品 proizvodnj gyart vyroba$ vyrobce vyrobca gyartas productie$ productor
      βιομηχαν παραγωγη производств gamyba$ gamina tootmine proizvodac fabrica_de 板金 フレス加工 加工$ 精密
      nestandartini baldu_gamyb nabytek_na_miru saha$ sahatavara sagverk sawmill sagewerk scierie segheria
      jalostaa makina$ makinalari makine$ imalat imalati uretim$ uretmekte uretici fabrika$ fabrikasi завод$
      изготовлен 제조 공장 制造 工厂 生产 ipari_gep gyarto$ vyrobni producent$ producenta fabricacao
      industria_de wytwarz valmistaja$ παραγωγη$ roll-up tillverkar 印刷 3d-drucker lubricants$ lubricant$
      schmierstoff lubrifiants$ lubricantes$ lubrificanti$ smeermiddel smorjmedel voiteluaine maziva$
      kenoanyag smary$ смазочн 潤滑油 betonwerk betonfertigteil precast prefabricados_de_hormigon
      prefabbricati betonelement betonprodukt betonovyrob concrete_products concrete_blocks paving_stones
      pflasterstein kostka_brukowa бетонн бруківк брусчатк тротуарн шлакоблок fabrik$ fabriken$ fabriek$
      fabryka$ tovarna$ gyara$ εργοστασι фабрик fabbrica$ tehdas$ signage sign_making lichtreklame
      leuchtreklam enseignes_lumineuses rotulos$ rotulacion insegne_luminose skyltar skiltefabrik szyldy$
      cegtabla 看板 digitaldruck offsetdruck textildruck stickerei embroidery broderie$ ricamificio
      hafciarni buchbinder bookbind reliure$ legatoria boekbind bokbind bogbind introligat knihar konyvkot
      bootsbau boatbuild boat_build batbygg batvarv badebygger veneveistamo jachtbouw chantier_naval
      cantiere_navale astillero szkutni tersane$ ναυπηγ fensterbau serramenti$ infissi$ kozijnen
      fonstertillverk ikkunatehdas nyilaszaro tamplarie$ pvc_windows упаковочн пвх ~vyrabame ~vyrabime
      ~gyartunk ~produkujemy wytwarzamy ~valmistamme ~toodame ~gaminame ~razojam ~proizvodimo ~izdelujemo
      ~производим ~изготавлива ~произвежд ~виробля ~виготовл ~fabriquons ~produciamo ~fabbrichiamo
      ~fabricamos wir_fertigen wir_produzieren we_manufacture vi_produserer vi_fremstiller vi_producerer
      wij_produceren wij_vervaardigen uretiyoruz rucne_vyrab razosan razotn ~toostus$ tootja$ gamintoj
      gamykl pramonini pramones$ pramones_irengin pramones_irengim metalo_apdirb metallitoo treimine
      freesimi koneistus koneistam metalliteoll legomaskin svarvning frasning verspaning draaiwerk freeswerk
      usinage$ tournage$ decolletage fraisage lavorazioni_meccan tornitura$ fresatura$ carpenteria_metal
      mecanizado troquelad calderer usinagem caldeirar フラスチック成形 射出成形 切削 tekinimas tekinim
      frezavim tokarenj glodanj tokarsk frezarsk obrabani_kov obrabanie_kov obrobka_metal obrobka_skraw
      forgacsol esztergal strunjen rezkanj strunjiren prelucrari_mecan strungar токарн фрезерн
      обработка_метал metallbearbeit lohnfertig drehen_und_fras zerspan spaantag spanta maskinbearbejd
      dreining drejning промишленост$ yacht_build boats_and_yachts ~production_line contract_manufactur
      iso_9001 made_to_measure ~produktion$ ~fertigung ~fabrik *fabrik$ produktionsbetrieb sonderanfertig
      serienfertigung fabricacion_de produttore_di produttori_di ~produzione_di ~stabilimento ~fabbrica
      fabricacao_de ~fabricante_de producenten_van ~productie_van egen_tillverk produktion_av producerar$
      producent_af fremstill fabrikken produserer ~valmistaa valmistamme tuotantolaitos tehtaan produkujemy
      zaklad_produkc vyrabime vyrabame vyrobny$ zavod$ gyar$ producator producem productie_de производител
      производим завода$ виробник виробництво$ виготовл виробляє$ произвежда фабрика_за κατασκευαστης$
      βιοτεχνια uretimi makine_parki 製作所 加工事例 量産 设备一览 制造商 厂家 专业生产 مصنع تصنيع صناعة
      מפעל ייצור תעשי$ proizvodimo tvornica proizvajal tovarna gamybos$ fabrikas razojam rupnica tootja
      toodame tehas$ packaging_manufact corrugated kartonagen wellpappe envases$ cajas_de_carton
      carton_ondul cartonnage tektur falist kartony hullamkarton карton картонн_упаков гофро упаковк$
      amballaj ambalaj ambalaze ambalaza kartongforp wellpapp folding_carton labels_and$ etiketten etiquetas
      etiketter etykiet etikety cimke etichete$ этикет glass_bottles vidrio_y plasturg plasticos$
      materie_plastiche materias_plasticas kunststoff plastfabrik muovi$ muovituot tworzyw plastov muanyag
      mase_plastice пластмас изделия_из_пласт пластик$ plastik$ πλαστικ plastmas wtryskow enjeksiyon
      tekstil_fabr garment apparel_manufact strickwaren rubber$ gummi$ caoutchouc goma$ gumov guma$
      резинотех chemical$ chemicals$ ~chemie$ chimique chimica$ quimica$ quimicos kemiteknik kemisk$ kemia$
      chemia_przem chemick vegyipar vegyianyag chimic химическ$ kimya$ 化学工業 lacke$ paints_and_coat
      coatings$ beschichtung revetement_de_surf adhesives tisak$ digitalni_tisak offset_tisak tiskara
      tiskare naljepnice naljepnic etikete plakati$ stampa$ offset_print digital_print stampa_digitale
      stampa_offset impresion_digital impressao_digital druk_cyfrowy druk_offsetowy digitalni_tisk
      ofsetovy_tisk digitalna_tlac digitaltryck offsettryck digitaltrykk digitalpaino tipar_digital
      цифровая_печать офсетная_печать цифровии_друк дигитален_печат ψηφιακη_εκτυπωσ dijital_baski
      ofset_baski matbaa オフセット印刷 印刷会社 طباعة דפוס spauda$ spaustuv tipografija drukasana trukikoda
      trukkimin tiskovin
    `,
  ],
  [
    "Manufacturing",
    "B2B",
    `
      steel_fabric metal_fabric industrial_fabric fabrication_and_constr peb_build peb_struct pre-engineered
      injection_mould
      cnc$ welding ~steel$ metallbau stahlbau schlosserei metalworking metalurg carpinteria_metal
      serrurerie$ carpenteria_metallica svets$ svetsning smide konstruktionsbyra teras$ hitsaus spawan
      galvan injection_mold spritzguss kunststofftechnik plastics$ packaging verpackung emballage embalaj
      imballagg forpackning pakkau opakowan foundry giesserei metalomecanic serralharia slusarstw kovovyrob
      kaynak$ celik$ металлоконструкц сварк 금형 용접 schmiede$ kunstschmied schmiedearbeit forgeron
      ferronnerie forge$ herreria$ smederij smedja$ smedje$ metaalbewerk metallarbet metalvaerk metallityo
      kovarstvi kowalstw kovacsolt кузниц кованые ковк blacksmith ironwork wrought_iron metalwork
      sheet_metal lattoneria blachar plechov ferforje demirci металообробк металообработ металевих 鉄工 鍛造
      板金加工 castings$ ~cast_iron die_casting ~iron_and die-cast gussteile guss$ drehteil dreh- drehtechnik
      frasteil frastechnik cnc-fras cnc- lohnfertig zerspanung metallverarb blechbearb blechverarb
      maschinenbau$ werkzeugbau formenbau laserschneid edelstahl schweiss *metallbau stahlhandel chaudronn
      tolerie$ mecanosoud soudure usinage decolletage mecanique_de_precis metallerie fonderie$ decoupe_laser
      outillage$ mecanizado calderer fundicion corte_laser estructuras_metal soldadura matriceria torneado
      tornillos lavorazioni_meccan carpenteria_met torneria fresatura tornitura stampi$ costruzione_stampi
      taglio_laser fonderia$ minuteria saldatura meccanica_di_precis officine_meccan officina_meccanica
      lavorazione_lamier corte_a_laser fundicao estruturas_metalicas caldeiraria metaalbew plaatwerk
      verspan$ verspaning laswerk staalbouw constructiewerk gieterij lasersnijden draaien_en_frezen
      legotillverk skarande mekanisk_verkst platbearb plattillverk gjuteri lasersk maskinbearb verktygsm
      smedearb maskinfabrik spaantagende pladearb stalkonstr staalkonstr stoberi svejs metalforarb sveising
      sveise mekanisk$ stalarbeid platearbeid maskinering stoperi konepaja koneistus levytyo valimo
      terasraken laserleikk metalliteoll sorvaus obrobka_metal obrobka_skraw toczenie frezowanie
      ciecie_laser konstrukcje_stal odlew narzedziown tlocz$ gieti_blach obrabeni soustruz frezovani slevarn
      odlitk svarovani svarov rezani_laser laserove_rezan kovoobrab strojirens strojars nastrojarn zamecnict
      zamocnic obrabanie_kov ocelove_konstr lemezmegmunk lezervag hegeszt femmegmunk forgacsol femszerkezet
      ontode femipar szerszamgyart esztergal lakatosipar prelucrari_prin_asch prelucrari_metal
      confectii_metal strungar debitare_laser sudura turnatorie structuri_metal matrite металлоконстр
      металлообраб токарн фрезерн литеин литье$ лазерн_резк сварочн прокат$ метизы пресс-форм металоконстр
      лазерне_різ зварюв ливарн металообраб лазерно_ряз заваръч метални_конструк стругарск леярн
      μεταλλικες_κατασ μηχανουργ ελασματ χυτηρι metal_isleme talasli_imalat kalip$ kaliplari dokum$
      lazer_kesim sac_isleme makina_imal 精密加工 切削 溶接 金型 旋盤 鋳造 金属加工 机械加工 模具 铸造 轴承
      五金 钣金 절삭가공 معادن حدادة منيوم לחם מסגרי עיבוד_שבבי obrada_metal metalne_konstr strojna_obrad
      lasersko_rez zavarivan ljevaon bravar obdelava_kovin kovinar kovinsk jeklene_konstr lasersk_razrez
      strojna_obdel livarn varjenje orodjarn kljucavnic metalo_apdirb metalo_konstr tekinim frezavim
      lazerinis_pjov suvirinim liejykl metalapstrad metala_izstrad metinas virposan lazergrieza metallitoo
      keevitus treimine freesimine laserloikus valutoode teraskonstr
    `,
  ],
  [
    "Manufacturing",
    "B2B",
    `
      crushers$ mining_equipment material_handling
      electronics$ elektronik$ semiconductor sensors$ robotics ~automation_systems automatisierungstechnik
      steuerungstechnik robotica elettronica componenti$ pumps$ valves$ ~components$ precision$ prazision
      drehteile machining textile$ textilherstell mobelherstell getriebe$ prazisionsgetriebe antriebstechnik
      zerspan prevodovk 電子 部品 elektronika$ monitors$ touchscreen touch_screen open_frame led_monitor
      전자 반도체 電機 機器 измерительн フリンター フリンタ elektroniki$ automatyki automatyka$ 縫製 繊維
      リネンサフライ siuvykl siuvim szwalni varroda textilipar tekstiltoot tekstiilitoost textilfabrik
      textilproduk textilindustr industrie_textile tessile$ tkalnic швеин текстильн пошив confecoes$
      konfeksiyon tekstil$ pramonini_robot pramoniniu_robot industrieroboter industrial_robot
      robots_industriel robot_industrial przemyslow_robot robotizac machine_builder mechanical_engineering
      special_purpose_machin conveyor packaging_machin ~machinery$ industrial_equipment agricultural_machin
      bearings$ compressors$ hydraulic pneumatic gearbox electric_motors transformers$ sensor$
      measuring_instrument embedded$ pcb$ electronic_compon maschinenbau$ maschinenbauer sondermaschinen
      anlagenbau forderanlagen forderbander hydraulik pumpen$ armaturen elektromotor schaltschrank sensorik
      messtechnik leiterplatt elektronikfert antriebe machines_speciales constructeur_de_machines
      equipements_industriels convoyeur hydraulique roulements pompes_et electronique$ capteurs maquinaria$
      bombas_y equipos_industriales hidraulic rodamientos macchine_per macchinari impianti_industriali
      oleodinamic pompe_e quadri_elettrici ~automazione$ cuscinetti maquinas_e maquinas_industriais
      equipamentos_industriais machinebouw machinefabriek transportband elektronica$ maskintillverk
      maskinkonstr specialmaskin elektronikprod pumpar hydraul maskinbygg maskiner_til elektronikfabr
      konevalmist laitevalmist teollisuusauto elektroniikk pumput anturit maszyny$ budowa_maszyn
      hydraulika_sil pompy$ lozysk przenosn automatyka_przem sterowani stroje_a$ vyroba_stroju jednoucelov
      cerpadla loziska vyroba_strojov dopravnik gepgyart celgepgyart szivatty hidraulik csapagy
      szallitoszalag elektronikai_gyart utilaje masini_unelte ~pompe$ rulmenti automatizari$ оборудование$
      станки станков насосы насосн подшипник гидравл электродвиг конвеиер приборостроен обладнання$ верстат
      насоси підшипник гідравл електродвиг машини$ помпи$ лагери$ хидравл машиностроен μηχανηματ αντλιες
      ρουλεμαν makine_imalat makina$ makine$ pompa$ hidrolik rulman konveyor 機械製造 産業機械 油圧 電子部品
      ~装置 ホンフ 機械設計 机械 ~设备 泵$ ~电子 电机 阀门 传感器 자동화 الات معدات_صناعية مضخات מכונות
      משאבות strojev$ strojevi crpke$ strojogradnj hidravlik crpalke irengimai$ siurbliai masinbuve
      ~iekartas$ sukni$ masinaehit seadmete_toot pumbad hudraulik
    `,
  ],
  [
    "Manufacturing",
    "B2C",
    `
      brewery brauerei brasserie_artisanale birrificio cerveceria brouwerij bryggeri panimo browar
      distillery brennerei destill winery weingut winzer vignoble domaine_viticole vins$ bodega$ cantina_vin
      vini$ wijngaard winnica 酒造 醸造 olive_oil aceite_de_oliva olio_extra manufaktur$ chocolatier rostere
      roastery pivovar sorfozde pincesz vinarstv vinarna berarie crama$ ζυθοποι οινοποι пивовар винарн
      alus_darykl vinska_klet craft_beer$ stouts$ weinbau weine$ rotwein riesling savonnerie savons$ 녹차
      발효차 tea_garden microbrewery mikrobryggeri hantverksbryggeri microbrouwerij minipivovar sorfozo
      cervejaria cervecera bira$ distilleri destileri destilaria stokerij tislaamo gorzelnia palirna
      palenice palinka parlat 蒸留所 vingard$ vingarden viinitila boraszat boraszati winiarnia vinicol
      vinicola wijngoed ワイナリー виноробн винодел kaserei fromagerie$ caseificio queseria kaasmakerij
      ysteri juustola serovarna sajt$ moulin_a_huile frantoio ljuskugler mosterei mosteri musteri csokolade
      chocolaterie cioccolateria confectionery confiserie susswaren dolciumi golosinas godis$ godisfabrik
      makeiste cukrovin sladkost slodycz edesseg saldumyn saldain maiustus slatkis кондитерск конфет цукерк
      солодощ 製菓 turron torrone nougat bonbon pralin lokum$ sekerleme lekvar povidl lebensmittelherst
      agroalimentair produits_alimentaires productos_alimenticios prodotti_alimentari livsmedelsproduc
      elintarviketeol produkcja_zywnosci potravinar elelmiszergyart elelmiszeripar maisto_pramon
      maisto_gamyb partikas_razos toiduainetoost 食品製造 食品加工 味噌 醤油 laiterie$ laiterie_artis
      mleczarni mleczarsk mliekar mlekar$ mlekarna mlekarn tejuzem molkerei meierei mejeri$ meijeri
      latteria$ caseific pienin$ piena_kombin piimatoost maslozav молокозав молочн mlyn$ mlynar malom$
      muhle$ muhlen$ kvarn$ mulino$ molino$ minoterie meunerie conserverie conserver$ marmellat confetture
      confitures$ confiture_artis mermelada_artes pastificio makaronfabr tesztagyar cestovin mielerie
      cosmetiques_naturel cosmetique_naturel naturkosmetik cosmetica_natural cosmetici_naturali
      kosmetyki_natural prirodni_kosmet prirodna_kozmet termeszetes_kozmet natuurlijke_cosmet kerzenmanu
      ~brewing$ cidery cider$ kaffeeroster torrefacteur torrefazione tostador kaffebranderi kafferosteri
      kaffebrenneri kahvipaahtimo palarnia_kawy prazirna_kav praziaren kavepork prajitorie обжарк_кофе
      обсмаж 焙煎 soriz броварн bira_ureti bryghus olutpanimo винарск sarap_ureti 酒蔵 酿酒 酒厂 양조장
      와이너리 vinarija destilarna zganjarna vyno_daryk alaus_darykl bravoras daritava pruulikoda olletehas
      juice$ ~beverages$ soft_drinks getranke_herst sussigkeit dulces_artes cioccolat slik_og makeis$
      cukrowni cokolad csokolad ciocolat$ шоколад σοκολατ cikolata$ 菓子製造 和菓子 巧克力 dairy mejeri
      juusto fromagerie queijaria osteri syrovar branzet сыроварн сироварн мандра τυροκομ peynir_ureti 乳業
      laiterie
    `,
  ],
  [
    "Manufacturing",
    "B2C",
    `
      holzbau$ zimmerei schreinerei tischlerei snickeri puuseppa stolarz menuiserie ebenister falegnam
      carpinter timmerbedrijf carpentry joinery custom_furniture mobel_nach_mass polster upholster keramik
      ceramic pottery truhlar stolar asztalos tamplar ξυλουργ дърводел baldai$ baldzius puusepatoo mizar$
      sajatos woodworks$ woodworking cabinetry cabinets$ hand_crafted_furniture handcrafted_furniture
      mobilya$ мебель$ stolarstw meble_na_wymiar moveis_planejados 가구 tomrer tomrerfirma tomrermester
      snickare$ timmerman timmerwerk schrijnwerk meubelmak charpente$ charpentier carpinteria$ marcenaria
      ciesielsk tesarstvi tesarske acsmunka dulgherie столярн столяр тесляр 大工 木工 snedker mobelsnedker
      moebel raumausstatt tapissier tapiceri tappezzeria stoffeerder stoffeerderij mobeltapets tapicerstw
      karpitos calounic verhoilu topferei poterie$ alfareria pottenbak olaria keramikverk garncar hrncir
      fazekas гончар керамик 陶器 窯元 stonemason steinmetz naturstein natursteen marbrerie marmoleri marmi$
      marmo$ granit$ granite$ stenhugger stenhuggeri kivenhakk kamieniar kamenic kofarag мрамор гранит
      mermer sattlerei saddlery sellerie$ sawmill sagewerk scierie serreria segheria serragao zagerij
      sagverk savvaerk saha$ tartak pilarsk fureszuzem gater$ лесопил пиломат пилорам дъскорезн πριστηρι
      kereste 製材 木材加工 木材 wooden$ joiner cabinet_maker cabinetmaker kitchen_maker bespoke_furnit
      kuchenbau mobelbau mobelmanuf treppenbau fensterbau fenster_und_tur menuisier charpente agencement
      ebaniste muebles_a_medida serramenti infissi$ arredamento_su_misura carpintaria marceneiro
      moveis_por_medida interieurbouw kozijnen trappen$ mobelsnick koksluckor inredningssnick mobelsnekker
      snekkerverksted puusepan keittiokaluste kalustevalm ikkunat_ja_ovet schody$ okna_i_drzwi
      nabytek_na_miru kuchyne_na_miru schodiste okna_a_dvere nabytok_na_mieru kuchyne_na_mieru butorkeszites
      egyedi_butor nyilaszar mobila_la_comanda mobilier_la_comanda termopan мебель_на_заказ деревообраб
      изготовление_мебел двери_и_окна меблі_на_замов столярн_маист деревооброб мебели_по_поръчка дограма
      επιπλα_κουζινας κουφωμα marangoz mobilya_imal kapi_ve_pencere ahsap$ 家具製作 建具 家具制造 木业
      가구제작 نجارة اثاث$ נגרות נגריה namjestaj_po mizarstvo mizarski pohistvo_po okna_in_vrata
      baldai_pagal baldu_gamyb langai_ir_dur staliaus_dirb mebeles_pec mebelu_razos galdniec durvis_un_logi
      mooblitoo mooblivalmist tisler$ tisleri koogimoobel puidutoo aknad_ja_uksed trapid$
    `,
  ],
];
