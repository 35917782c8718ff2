; What the installer and the uninstaller say, in the languages of the program. Read by legwork.nsi; NSIS takes the
; language of Windows, and English for any other. A text that one language lacks ends the build. German and Spanish
; address nobody: NSIS's own texts beside ours are more formal there than the program.

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "PortugueseBR"

!macro IN_ALL NAME ENGLISH GERMAN SPANISH FRENCH PORTUGUESE
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_GERMAN} "${GERMAN}"
  LangString ${NAME} ${LANG_SPANISH} "${SPANISH}"
  LangString ${NAME} ${LANG_FRENCH} "${FRENCH}"
  LangString ${NAME} ${LANG_PORTUGUESEBR} "${PORTUGUESE}"
!macroend

!insertmacro IN_ALL LEAVE \
  "Leave before Legwork is installed?" \
  "Aufhören, bevor Legwork installiert ist?" \
  "¿Salir antes de que Legwork esté instalado?" \
  "Quitter avant que Legwork soit installé ?" \
  "Sair antes de o Legwork estar instalado?"

!insertmacro IN_ALL WELCOME \
  "This installs Legwork for you alone; no administrator is needed.$\r$\n$\r$\nWhat you measure and train is kept in a folder of its own on this computer. Neither an update nor removing the program touches it, and nothing is ever sent anywhere.$\r$\n$\r$\n$_CLICK" \
  "Legwork wird nur für das eigene Benutzerkonto installiert; ein Administrator ist nicht nötig.$\r$\n$\r$\nMessungen und Training bleiben in einem eigenen Ordner auf diesem Computer. Weder eine Aktualisierung noch das Entfernen des Programms rührt ihn an, und nichts wird je irgendwohin gesendet.$\r$\n$\r$\n$_CLICK" \
  "Legwork se instala solo para la cuenta actual; no hace falta un administrador.$\r$\n$\r$\nLas medidas y los entrenamientos se guardan en una carpeta propia en este ordenador. Ni una actualización ni quitar el programa la tocan, y nunca se envía nada a ningún sitio.$\r$\n$\r$\n$_CLICK" \
  "Legwork sera installé pour vous seul ; aucun administrateur n'est nécessaire.$\r$\n$\r$\nCe que vous mesurez et ce que vous faites à l'entraînement reste dans un dossier à part, sur cet ordinateur. Ni une mise à jour ni la suppression du programme n'y touchent, et rien n'est jamais envoyé nulle part.$\r$\n$\r$\n$_CLICK" \
  "Isto instala o Legwork só para você; não é preciso um administrador.$\r$\n$\r$\nO que você mede e treina fica em uma pasta própria neste computador. Nem uma atualização nem a remoção do programa mexem nela, e nada é enviado para lugar nenhum.$\r$\n$\r$\n$_CLICK"

!insertmacro IN_ALL INSTALLED \
  "Legwork is installed" \
  "Legwork ist installiert" \
  "Legwork está instalado" \
  "Legwork est installé" \
  "O Legwork está instalado"

!insertmacro IN_ALL WHERE_IT_IS \
  "You find it in the Start menu. A plan or a backup (.legwork) opens with a double click.$\r$\n$\r$\nTo take the program away again: Settings > Apps." \
  "Es steht im Startmenü. Ein Plan oder eine Sicherung (.legwork) öffnet sich mit einem Doppelklick.$\r$\n$\r$\nUm das Programm wieder zu entfernen: Einstellungen > Apps." \
  "Está en el menú Inicio. Un plan o una copia de seguridad (.legwork) se abre con un doble clic.$\r$\n$\r$\nPara quitar el programa: Configuración > Aplicaciones." \
  "Vous le trouvez dans le menu Démarrer. Un programme ou une sauvegarde (.legwork) s'ouvre d'un double clic.$\r$\n$\r$\nPour retirer Legwork : Paramètres > Applications." \
  "Ele está no menu Iniciar. Um plano ou uma cópia de segurança (.legwork) abre com um clique duplo.$\r$\n$\r$\nPara remover o programa: Configurações > Aplicativos."

!insertmacro IN_ALL START_NOW \
  "Start Legwork now" \
  "Legwork jetzt starten" \
  "Iniciar Legwork ahora" \
  "Lancer Legwork maintenant" \
  "Iniciar o Legwork agora"

!insertmacro IN_ALL DATA_STAYS \
  "This removes the program. Your measurements, training and backups stay in $LOCALAPPDATA\legwork, and are there again when you install Legwork anew." \
  "Das Programm wird entfernt. Messungen, Training und Sicherungen bleiben in $LOCALAPPDATA\legwork und sind wieder da, wenn Legwork neu installiert wird." \
  "El programa se quitará. Las medidas, los entrenamientos y las copias de seguridad se quedan en $LOCALAPPDATA\legwork, y vuelven a estar ahí al instalar Legwork de nuevo." \
  "Le programme sera supprimé. Vos mesures, votre entraînement et les sauvegardes restent dans $LOCALAPPDATA\legwork, et vous les retrouverez si vous réinstallez Legwork." \
  "Isto remove o programa. Suas medidas, seu treino e as cópias de segurança ficam em $LOCALAPPDATA\legwork e voltam a aparecer quando você instalar o Legwork de novo."

!insertmacro IN_ALL IT_RUNS \
  "Legwork is running, or its files may not be changed. Close its window, then press Retry." \
  "Legwork läuft, oder seine Dateien dürfen nicht geändert werden. Bitte das Fenster schließen und dann auf Wiederholen klicken." \
  "Legwork está en marcha, o no se permite cambiar sus archivos. Hay que cerrar su ventana y hacer clic en Reintentar." \
  "Legwork est lancé, ou ses fichiers ne peuvent pas être modifiés. Fermez sa fenêtre, puis cliquez sur Réessayer." \
  "O Legwork está aberto, ou os arquivos dele não podem ser alterados. Feche a janela dele e clique em Repetir."

!insertmacro IN_ALL TOO_OLD \
  "Legwork needs a 64-bit Windows 10, version 1809, or newer. With an older Windows 10, install its updates first." \
  "Legwork braucht ein Windows 10 mit 64 Bit, Version 1809 oder neuer. Ein älteres Windows 10 braucht zuerst seine Aktualisierungen." \
  "Legwork necesita Windows 10 de 64 bits, versión 1809 o más reciente. Un Windows 10 más antiguo necesita antes sus actualizaciones." \
  "Legwork a besoin d'un Windows 10 en 64 bits, version 1809 ou plus récent. Si votre Windows 10 est plus ancien, installez d'abord ses mises à jour." \
  "O Legwork precisa do Windows 10 de 64 bits, versão 1809 ou mais recente. Com um Windows 10 mais antigo, instale antes as atualizações dele."

!insertmacro IN_ALL ANOTHER_PROGRAM \
  "Another program lies in $INSTDIR. Install again, and choose a folder that is empty." \
  "In $INSTDIR liegt ein anderes Programm. Bitte noch einmal installieren und einen leeren Ordner wählen." \
  "En $INSTDIR hay otro programa. Hay que instalar de nuevo y elegir una carpeta vacía." \
  "Un autre programme se trouve dans $INSTDIR. Relancez l'installation et choisissez un dossier vide." \
  "Em $INSTDIR há outro programa. Instale de novo e escolha uma pasta vazia."

!insertmacro IN_ALL NOT_WRITTEN \
  "Not all files could be written to $INSTDIR, so nothing was changed. Is the disk full? Make room, then install again." \
  "Nicht alle Dateien konnten nach $INSTDIR geschrieben werden, deshalb wurde nichts geändert. Ist der Datenträger voll? Bitte Platz schaffen und noch einmal installieren." \
  "No se pudieron escribir todos los archivos en $INSTDIR, así que no se ha cambiado nada. ¿Está lleno el disco? Hay que liberar espacio e instalar de nuevo." \
  "Tous les fichiers n'ont pas pu être écrits dans $INSTDIR ; rien n'a donc été changé. Le disque est-il plein ? Libérez de la place, puis relancez l'installation." \
  "Nem todos os arquivos puderam ser gravados em $INSTDIR, então nada foi alterado. O disco está cheio? Libere espaço e instale de novo."

!insertmacro IN_ALL IN_USE \
  "Some files in $INSTDIR are in use. Restart the computer, then install again: your data is safe." \
  "Einige Dateien in $INSTDIR werden gerade benutzt. Bitte den Computer neu starten und noch einmal installieren: Die Daten sind sicher." \
  "Algunos archivos de $INSTDIR están en uso. Hay que reiniciar el ordenador e instalar de nuevo: los datos están a salvo." \
  "Des fichiers de $INSTDIR sont en cours d'utilisation. Redémarrez l'ordinateur, puis relancez l'installation : vos données sont en sécurité." \
  "Alguns arquivos de $INSTDIR estão em uso. Reinicie o computador e instale de novo: seus dados estão a salvo."

!insertmacro IN_ALL WHAT_FOR \
  "Measure your limbs and train to close the gap" \
  "Gliedmaßen messen und den Rückstand durch Training aufholen" \
  "Mide brazos y piernas y entrena para cerrar la diferencia" \
  "Mesurez bras et jambes et entraînez-vous pour combler le retard" \
  "Meça braços e pernas e treine para diminuir o atraso"

!insertmacro IN_ALL FILE_TYPE \
  "Legwork plan or backup" \
  "Legwork-Plan oder -Sicherung" \
  "Plan o copia de seguridad de Legwork" \
  "Programme ou sauvegarde Legwork" \
  "Plano ou cópia de segurança do Legwork"
