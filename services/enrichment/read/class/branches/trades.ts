/** Craftsmen, cleaners and gardeners who come to the house. */
import type { Branch } from "./branch.ts";

export const TRADES: readonly Branch[] = [
  [
    "Other",
    "B2C",
    `
      cladding$ rainscreen curtain_walling
      resurfacing$ re-enamel refinishing$ reglazing pool_builder pool_maintenance swimming_pool_build
      deck_builder deck_builders fence_install fence_and_deck concrete_contract driveways$ excavation
      elevators$ escalators$ fire_extinguish fire_protection sprinkler_system rewiring junk_removal dumpster
      waterproofing$ garage_door remodeling$ home_remodel bathroom_remodel kitchen_remodel water_heater
      drain_cleaning gas_heating ducted_heating
      electrician elektriker elektroinstall elektrotechnik electricien electricista elettricista elektricien
      elinstallat elfirma sahkoasennus elektryk plumb sanitar$ sanitartechnik heizungsbau plombier
      chauffagiste fontaner idraulic loodgieter rormok$ vvs$ rorlegg putkimies lvi$ hydraulik$ roofing
      dachdeck couvreur toiture tejado dakdekker taklaggare takarbete maler$ malerbetrieb malermeister
      peintre_en pintor$ imbianchin schilder$ malare$ maalaus fliesenleger tiler$ carrel locksmith
      schlusseldienst serrurier handwerk handyman hausmeisterservice electrical_inspection elkontroll
      handverk hvac$ air_conditioning klimatechnik instalater vodoinstal elektroinstal villanyszerel
      instalatii$ υδραυλικ електро elektrik$ santechnik torulukksepp climatizac heating_and air_conditioner
      klimatiza климати κλιματιστ furnace$ duct_cleaning heizung$ badsanierung varmepumpe elektrikci
      elektryczn elektromontaz электромонтаж 전기공사 eletricista cesarstw kominictv kominik$ kominy$
      gutters$ copper_roof sahkourakoint sahkosuunnittel sahkotyo schilderwerk malerarbeit malerwerkst
      malermester malerfirma malowanie$ malirstv maalaustyo imbiancatur zugravel малярн glaserei vitrerie
      vitrier cristaleria vetreria glaszetter glasmasteri lasitus$ szklarz sklenarstv uvegezes bodenleger
      parkettleger poseur_de_parquet pavimentist vloerlegger golvlagg gulvlegg lattia-asen podlogi$ podlahar
      burkolo gerustbau echafaudage ponteggi$ steigerbouw stallningar stillas$ rusztowan brunnenbau
      brunnenbohr well_drilling water_wells borewell forage_d_eau perforacion_de_pozos brunnsborr
      bronnboring porakaivo studnie$ studniars vrtani_studni kutfuras schwimmbadbau poolbau
      pool_construction construccion_de_piscinas construction_de_piscine zwembadbouw asfalt$ asphalt$
      pflasterarbeit terrassement remont$ remonty$ ремонт_квартир отделочн sahkoasenn sahkoliik elektrikar
      elektroinstalac elektromont ηλεκτρολογ електрик электрик 電気工事 canalizador rormokar blikkenslag
      vizvezetek водопровод сантехник tesisat 配管 installatiebedrijf sanitarbetrieb vvs-firma vvs-installat
      roofer$ roofers$ dakwerk tagdaek tagdaekker taklagg kattoremont dekarz$ dekarstw dekarsk pokryvac
      tetofed кровель покрівел cati$ 屋根 zinguerie spenglerei klempner$ klempnerei painter$ painters$
      decorators$ painting_contract szobafest zugrav ελαιοχρωμ бояджи маляр boyaci 塗装 tegelzet plattsatt
      laatoit laatoitus glazurnik obkladac burkolas плиточн tiling$ alicatad piastrellist stuckateur
      platrier platrerie plaquist stukado putsning rappaus tynkar tencuial штукатур trockenbau drywall
      cartongesso pladur insulation$ dammung$ warmedamm isolering$ eristys izolacje$ izolace$ szigetel
      утеплен 断熱 waterproof impermeabil hidroizol klimaanlag climatisation ilmanvaiht wentylac vzduchotech
      szellozt θερμανσ вентиляц кондиционер 空調 ventilation$ ventilacion chimney_sweep schornsteinfeg
      ramonage kaminkehr spazzacamin schoorsteenveg sotare$ skorstensfej nuohous nuohooj kominiarz
      kemenysepr locksmiths lassmed lasesmed lukkoliik zamecnictv lakatos$ lakatosm kulcsmasol κλειδαρ
      chaveiro cerrajer slotenmak anahtarci 鍵 vloeren$ tapetserare floor_layer flooring$ parket$ podlahy$
      garage_doors garagentor rolladen rollladen markisen sonnenschutz zonwering solskydd persianas
      antennenbau satelliten$ dakreinig dakontmos ontmossen dachreinig dachsanier roof_clean roof_repair
      demoussage nettoyage_de_toit limpieza_de_tejad tejados$ rifacimento_tett takvask takrengor taktvatt
      tagrens tagdaekn kattotyo katusetood katuseehit stogdeng stogu$ pokrycia_dach dekarz strechy$
      acoperisuri кровельн кровл покривни_ремонт krovopokriv krovstv 屋根工事 屋根修理 lvis$ lvis-asen
      lvi-tyo ilmastoin ilmanvaih sahkoasennu putkiasenn putkityo putkiremont putkiliik lampopumpu
      elektritood ventilatsioon sanitaartehn soojuspump elektros_instal elektros_darb vedinim silumos_siurbl
      santehnik siltumsukn futesszerel klimaszerel gazszerel hoszivatty instalatii_sanit instalatii_electr
      instalatii_termic pompe_de_caldura instalacje_elektr instalacje_sanit instalacje_gaz instalacje_grzew
      pompy_ciepla klimatyzac topenar kurenar tepelna_cerp tepelne_cerp toplinske_pump toplotne_crpalk
      grijanj сантехни отоплен кондиционир термопомп климатици опаленн теплові_насос тепловые_насос
      електромонтаж tesisatci su_tesisat 水道工事 設備工事 管工事 rorlegger ventilasjon elinstallatio
      elservice elmontor elarbeten varmepump warmtepomp pompe_a_chaleur pompes_a_chaleur bombas_de_calor
      pompe_di_calore climatisation$ remontdarb apdares_darb apdailos_darb siseviimistl molersk_rad
      soboslikar keramicar parketar stiklinim elevator_maint elevator_inst lift_maint vytah vytahu
      liftszerel felvono aufzuge$ aufzugsbau aufzugsservice ascenseur ascensori$ ascensores$ elevadores$
      hissit$ hissi$ hissar$ hisservice elevatorservice liftit dzwigi_osob лифты$ лифтов brandschutz
      feuerlosch extincteur securite_incendie protection_incendie brandbeveilig brandveilig blusmiddel
      blustoestel antincendio estintor extintor proteccion_contra_incendios brannvern brandsakerhet
      brandslackar brandslukk paloturvallis sammutin tuzvedelem tuzolto_keszulek ochrana_pred_pozar
      pozarni_ochrana poziarna_ochrana hasici_pristroj ochrona_przeciwpoz gasnic противопожар пожежна_безпек
      priesgaisr tuleohutus zastita_od_pozara gasilni_aparat torutood torutoo kuttesustee kachelofen ofenbau
      ofensetzer kachliar kamnar kachle$ krby$ zdun zduni seminee semineuri kalyhaepit kaminbau krosnis
      peceve sildyme sildymo_sist vykurovani kurenie$ plynoinstal revize_plyn schlusselnotd schluesseldienst
      renovace_podlah cyklinowan parkettslip gulvslib golvslip lattiahion klucove_sluz klicova_sluz
      zamecnictvi_a_klic dorabianie_kluczy plumbing_and boiler_repairs bathroom_fitt gas_engineer
      heating_engineer drain_unblock roofer painter_and decorator tiler plasterer plastering glazing glazier
      fencing$ landscap gardener gardening tree_surge tree_care paving$ chimney$ scaffold solar_cleaning
      anstrich tapezier *maler$ fassaden$ fassadend dacharbeiten klempner sanitar_und heizung_und
      elektrobetrieb gartenpflege gartenbau landschaftsbau baumpflege hausmeisterserv paysagist jardinier
      elagueur isolation$ chauffage_et plomberie electricite_generale pintores$ jardineria jardinero
      cubiertas_y instalaciones_electr albanileria escayola poda_de tinteggi giardiniere giardinagg fabbro$
      lattoniere coperture$ climatizzat impianti_elettr impianti_idraul pintura_de jardinagem$ telhados
      serralheiro ar_condicionado schildersbedrijf hovenier tuinonderhoud rioolontstop airco$
      elektrotechnisch_install takbyte tak platslag hangrann malarfirma vvs- tradgardsskots tradfall
      stenlagg tomrer anlaegsgartner murermester$ gulvlagn kloakmester tomrer_og elektriker_i anleggsgartner
      snekker$ snekkerfirma trefelling flislegg glassmester katto$ maalari sahkourak lvi- pihatyot puutarhur
      puunkaat peltisep hydraul$ malarz plytkarz instalacje_san ogrodnik ogrodnicz pielegnacja_ogrod trawnik
      przycinan wycinka_drzew slusarz brukar ocieplen malovani$ klempirstv zahradni_prac udrzba_zelen
      kaceni_strom kominik zatepleni strechar vodar$ maliar$ zahradne_prac vyrub_strom zatepl villanyszer
      vizszerel tetojavit bador kertepit kertgondoz fakivag kemenysep duguhlelh hoszigetel instalator
      faiantar gradinarit peisagist toaletare_copac cosar$ aer_conditionat termoizola dulgher монтаж_кондиц
      ландшафтн озеленен спил_дерев замки$ сантехнічн ландшафтн_дизаин кондиціонер покриви ремонт_на_покриви
      изолаци градинар μονωσεις κηπουρ κλιματισ στεγες peyzaj klima_servis cilingir izolasyon seramik_usta
      造園 左官 植木 防水工事 水电 防水 空调 绿化 园林 에어컨 سباكة كهربايي صيانة تكييف دهانات تنسيق_حدايق
      אינסטלטור חשמלאי צבעי גינון מיזוג איטום licilac krovopokr krovist uredenje_vrt klima_uredaj dimnjacar
      elektro_instal slikopleskar krovec keramik$ urejanje_okol vrtnar klimatske$ dimnikar dazymo
      plyteliu_klij aplinkos_tvark kondicionier sildymo elektrikis elektroinst jumiku jumta$ krasotaj
      flizesan labiekarto kondicionet apkures$ katuse$ maalritood maaler$ plaatimis haljastus kutteseadm
      korstnapuh tree_fell
    `,
  ],
  [
    "Other",
    "B2C",
    `
      cleaning_service janitor gebaudereinig reinigung$ nettoyage limpieza$ pulizie schoonmaak stadfirma stadning
      renhold siivous sprzatani 清掃 pest_control schadlingsbekampf desinsect deratis plagas$ disinfestaz
      ongedierte skadedjur tuholais deratyz landscap gartenbau garten-_und paysagiste jardin$ jardiner
      giardin hovenier tradgard anleggsgartner puutarha ogrodnic 造園 tree_service baumpfleg arbor
      security_services sicherheitsdienst funeral bestattung pompes_funebres begravning hautaus waste$
      entsorgung entrumpel recycling$ containerdienst uklid upratovan takarit curatenie καθαρισμ почистван
      valym koristus ciscen tuinaanleg tuinontwerp bestrating$ gartengestaltung zahradn kertepit temizlik$
      uborka уборк$ клининг 청소 takaritas limpeza$ spazi_verdi giardini$ czyszczen uklid$ peyzaj
      schoonmaakbedrijf schoonmaakpartner jardinagem 害虫 害獣 害鳥 駆除 zwalczanie_szkodnik hubeni_skudc
      rovarirtas daunator дезинсекц дератизац dedetizac laundry$ laundromat dry_clean wascherei textilreinig
      blanchisserie lavanderia$ tintoreria stomerij wasserij kemtvatt pesula$ pralnia$ pranie$ cistirna_odev
      curatatorie химчистк прачечн kuru_temizleme クリーニンク schneiderei anderungsschneid retoucherie
      sastreria sartoria$ kleermaker skradder$ skradderi ompelimo krawiec krawiectw krejcovstv croitorie
      terzi$ septic_tank vidange_de_fosse klargoring reinigungsdienst reinigungsfirma glasreinig poetsdienst
      stadtjanst rengoring rengjoring hemstad uklizec прибиранн уборка$ καθαριοτητ gartner$ gartnerei
      gartnermest jardinier garden_design tuinman tuinonderhoud ogrody$ zahradnik zahrady kerteszet gradinar
      κηπουρ садовник садівн ландшафт peyzaj$ vaskeri$ laverie$ mosoda$ spalatorie$ καθαριστηρι пральн
      пералн pradeln cordonnier schuhmacher skomager skomakar suutari$ szewc$ cipesz skraedder raatali
      alfaiat costureir modista$ couturier$ ραφτ портн beerdigung begrafenis uitvaart bedemand begravelse
      pogrzeb pohrebni pohrebn temetkez pompe_funebr funerari τελετων погребал ритуальн похорон cenaze 葬儀
      葬祭 wachdienst sicherheitsunternehm securite_privee seguridad_privada vigilanza_privata
      istituto_di_vigilanza bevakning vagtfirma vaktselskap vartioint ochrona_osob agencja_ochrony
      bezpecnostni_agent guvenlik$ 警備 detekt detectiv privatdetektiv tree_surgeon tree_removal
      tradfallning traefaeldning puunkaato wycinka_drzew kaceni_stromu odpady odpadu hulladek odpadow
      avfall$ affald jatehuolto вывоз_мусор snow_removal winterdienst snorojning klining охранн охрана_об
      охоронн охорона_об veju_kop laidotuv laidojim apbedis matusebur matuseteen pogrebn koplyc odsniezan
      pielegnacja_zieleni utrzymanie_zieleni aiandusteen muruniit haljastus apzeldin zeldin zelenin
      uredenje_vrt urejanje_vrt bezpecnostni_sluz bezpecnostna_sluz kamerove_system kameraovervak
      kameraovervag alarmanlag alarmsystem alarmanlegg alarmi$ camerabewak camerasysteem videosurveill
      videoovervak videosorvegl sistemi_di_allarme alarmes$ videovigilanc sistemas_de_alarma systemy_alarmow
      riasztorendszer riaszto$ kamerarendszer videovalvont halytysjarj signalizacijos vaizdo_stebej
      apsaugos_tarnyb apsaugos_sistem apsardz alarmni_sistem alarmni_sustav videonadzor video_nadzor
      sisteme_de_alarma supraveghere_video видеонаблюд відеоспостереж видеонаблуд сигнализац guvenlik_kamera
      συστηματα_συναγερμ turvateenus valvesusteem cisteni_kobercu czyszczenie_ryn pranie_dywan mycie_okien
      myti_oken umyvanie_okien fonsterputs vinduespuds vinduspuss vinduesvask vindusvask ikkunanpes
      ramenlass glazenwass window_clean fensterreinig nettoyage_de_vitres lavage_de_vitres laveur_de_vitres
      limpieza_de_cristales ablaktisztit langu_valym logu_mazg mattvatt teppichreinig cleaners$ ~cleaning$
      window_cleaning carpet_cleaning office_cleaning end_of_tenancy domestic_clean unterhaltsreinig
      reinigungsservice entreprise_de_nettoyage ~menage$ femme_de_menage limpiezas limpieza_de$
      empresa_de_limpieza impresa_di_pulizie empresa_de_limpeza limpezas limpeza_de flyttstad vinduespoler
      vaskehjelp kotisiivous firma_sprzataj uklidova_firma upratov cistenie_kober szonyegtisztit
      servicii_de_curatenie spalare_covoare уборк моика_окон прибиран клінінг миття_вікон почистваща
      професионално_почист συνεργειο_καθαρ hali_yikama cam_temizl ハウスクリーニンク 清掃会社 保洁 清洁
      청소업체 입주청소 사무실_청소 تنظيف شركة_تنظيف ניקיון cistilni_servis ciscenje_oken valymo_paslaug
      patalpu_valym uzkopsan telpu_uzkop aknapesu puhastusteen security_guard security_company wachschutz
      gardiennage vigilancia$ vigilanza$ beveiliging vakt$ vaktbolag vagtselskab vektertjeneste ostraha$
      vagyonved orzo-ved paza_si_protect охрана_на_об σεκιουριτι guvenlik_hizmet ozel_guvenlik ~保安
      حراسة_امنية שמירה_ואבטחה zastitarsk varovanje$ apsaugos_paslaug valveteenus undertaker
      onoranze_funebri zaklad_pogrzeb pohrebni_sluz pohrebna_sluz pompe_funebre ритуальн_услуг
      ритуальні_послуг cenaze_hizmet 殡葬 laundrette tailor$ ~alterations$ anderungsschn ~retouches$
      couturiere sartoria skraddare skredder ompelija krajcirstvo varroda$ szabosag ателье швеиная_мастерск
      ательє шивашк ραφειο 仕立て 洗衣 خياط תופרת krojacki siviljstvo siuvimo$ siuveja suvejas omblus
    `,
  ],
];
