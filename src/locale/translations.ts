/** The interface's words in other languages, a language a line, in the order of `Messages`. */
export const translations: ReadonlyMap<string, string> = new Map([
  ['de', 'Wird geladen …|Zurzeit keine Nachrichten.|Die Nachrichten konnten nicht geladen werden.|Aktualisierung fehlgeschlagen.|Dieser Beitrag ist nicht verfügbar.|Aktualisiert|Korrektur|Themen|Zum Original|Zum Original bei {}|Mit KI erstellt'],
  ['fr', 'Chargement…|Aucune actualité pour le moment.|Les actualités n’ont pas pu être chargées.|La mise à jour a échoué.|Cet article n’est pas disponible.|Mis à jour|Correction|Thèmes|Lire l’original|Lire l’original sur {}|Créé avec l’IA'],
  ['es', 'Cargando…|No hay noticias por ahora.|No se pudieron cargar las noticias.|No se pudo actualizar.|Esta noticia no está disponible.|Actualizado|Corrección|Temas|Leer el original|Leer el original en {}|Hecho con IA'],
  ['it', 'Caricamento…|Nessuna notizia al momento.|Impossibile caricare le notizie.|Aggiornamento non riuscito.|Questo articolo non è disponibile.|Aggiornato|Correzione|Temi|Leggi l’originale|Leggi l’originale su {}|Creato con l’IA'],
  ['pt', 'A carregar…|Sem notícias de momento.|Não foi possível carregar as notícias.|Não foi possível atualizar.|Este artigo não está disponível.|Atualizado|Correção|Temas|Ler o original|Ler o original em {}|Feito com IA'],
  ['nl', 'Laden…|Op dit moment geen nieuws.|Het nieuws kon niet worden geladen.|Bijwerken is mislukt.|Dit artikel is niet beschikbaar.|Bijgewerkt|Correctie|Onderwerpen|Lees het origineel|Lees het origineel bij {}|Gemaakt met AI'],
  ['pl', 'Wczytywanie…|Brak wiadomości.|Nie udało się wczytać wiadomości.|Nie udało się zaktualizować.|Ten artykuł jest niedostępny.|Aktualizacja|Sprostowanie|Tematy|Czytaj oryginał|Czytaj oryginał: {}|Utworzono z użyciem AI'],
  ['tr', 'Yükleniyor…|Şu anda haber yok.|Haberler yüklenemedi.|Güncellenemedi.|Bu haber kullanılamıyor.|Güncellendi|Düzeltme|Konular|Özgün haberi oku|Özgün haberi oku: {}|Yapay zekâ ile üretildi'],
  ['ru', 'Загрузка…|Сейчас новостей нет.|Не удалось загрузить новости.|Не удалось обновить.|Эта статья недоступна.|Обновлено|Исправление|Темы|Читать оригинал|Читать оригинал: {}|Создано с помощью ИИ'],
  ['uk', 'Завантаження…|Наразі новин немає.|Не вдалося завантажити новини.|Не вдалося оновити.|Ця стаття недоступна.|Оновлено|Виправлення|Теми|Читати оригінал|Читати оригінал: {}|Створено за допомогою ШІ'],
  ['ar', 'جارٍ التحميل…|لا أخبار حاليًا.|تعذّر تحميل الأخبار.|تعذّر التحديث.|هذا الخبر غير متاح.|حُدِّث|تصحيح|مواضيع|اقرأ الأصل|اقرأ الأصل في {}|أُنتج بالذكاء الاصطناعي'],
  ['he', 'טוען…|אין חדשות כרגע.|לא ניתן לטעון את החדשות.|העדכון נכשל.|הכתבה אינה זמינה.|עודכן|תיקון|נושאים|למקור|למקור באתר {}|נוצר בעזרת בינה מלאכותית'],
  ['ja', '読み込み中…|現在ニュースはありません。|ニュースを読み込めませんでした。|更新できませんでした。|この記事はご覧いただけません。|更新|訂正|トピック|元の記事を読む|{}で元の記事を読む|AIで作成'],
  ['zh', '正在加载…|暂无新闻。|无法加载新闻。|无法更新。|此报道不可用。|更新于|更正|话题|阅读原文|在{}阅读原文|由人工智能生成'],
]);
